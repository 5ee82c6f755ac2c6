package io.fieldveil.access;

/** What someone is about to do with an attribute. */
public enum Access {
    /** Read it from an entity or a selection. */
    READ,
    /** Filter, order, group or compute by it. */
    QUERY,
    /** Change the stored value. */
    WRITE,
    /** Use its column in native SQL. */
    NATIVE_SQL
}
