package io.fieldveil.access;

/** What a policy answers. */
public enum Decision {
    /** The value itself. */
    REVEAL,
    /** The mask. For an attribute without one, the token. */
    MASK,
    /** The sealed value as text. For an attribute that is not sealed, the mask. */
    TOKEN,
    /** No. When reading an attribute, which must not fail, the least is shown instead: the mask or the token. */
    REFUSE
}
