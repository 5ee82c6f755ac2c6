package io.fieldveil.spring;

/** What becomes of a changed masked attribute whose writer may not see it. */
public enum MaskedWrites {
    /** The write is an error. */
    REFUSE,
    /** The stored value stays. */
    IGNORE
}
