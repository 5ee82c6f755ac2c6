package io.fieldveil.audit;

/** How plaintext leaves. */
public enum DisclosureKind {
    /** By the last mile. */
    LAST_MILE,
    /** An attribute with {@code reveal = PERMITTED}, read by a principal with its permission. */
    REVEAL,
    /** A file. */
    EXPORT,
    /** Native SQL on protected columns that only a setting allowed. */
    NATIVE_SQL
}
