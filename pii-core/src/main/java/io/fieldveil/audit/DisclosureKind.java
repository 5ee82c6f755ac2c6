package io.fieldveil.audit;

/** How plaintext leaves, or how it is decided who sees it. */
public enum DisclosureKind {
    /** By the last mile. */
    LAST_MILE,
    /** An attribute with {@code reveal = PERMITTED}, read by a principal with its permission. */
    REVEAL,
    /** A file. */
    EXPORT,
    /** Native SQL on protected columns that only a setting allowed. */
    NATIVE_SQL,
    /** An attribute, or a name of name–value rows, is marked as personal data: no value leaves. */
    MARK,
    /** It is marked as no personal data: from then on everyone may see its values. */
    UNMARK
}
