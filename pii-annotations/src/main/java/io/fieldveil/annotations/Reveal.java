package io.fieldveil.annotations;

/** Who may read the plaintext of an {@link AutoHashed} attribute. */
public enum Reveal {
    /** Nobody but the last mile. Everyone else reads a token. */
    LAST_MILE_ONLY,
    /** The last mile, and principals with the attribute's permission; each such reading is audited and counted. */
    PERMITTED
}
