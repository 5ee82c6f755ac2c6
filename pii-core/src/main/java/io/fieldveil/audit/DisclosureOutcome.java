package io.fieldveil.audit;

/** What became of an intended disclosure. */
public enum DisclosureOutcome {
    /** The recipient's code took the values without an error. */
    DELIVERED,
    /** Opening or delivering failed. Some values may have been seen nevertheless: their number is recorded. */
    FAILED
}
