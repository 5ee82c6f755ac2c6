package io.fieldveil.hibernate;

/** What happens when someone changes a masked attribute of a stored row without the permission to see it. */
public enum MaskedWrites {
    /** The flush fails with FV-203. The default. */
    REFUSE,
    /** The change is dropped and the stored value stays. */
    IGNORE
}
