package io.fieldveil.hibernate.internal;

/**
 * How an attribute's value crosses Hibernate's edge, whatever its access rules. "Sealed" is what Hibernate holds of it:
 * for a merely masked attribute the value itself.
 */
interface Sealing {

    /** What a column holds. */
    enum Form {
        /** The value itself. */
        PLAIN,
        /** Our ciphertext, the same for equal values. */
        DETERMINISTIC,
        /** Our ciphertext, another each time. */
        RANDOMISED,
        /** The client's ciphertext. */
        CLIENT
    }

    /** Stands for a query parameter that equals no stored value; it is an empty ciphertext, which no row holds. */
    byte[] UNMATCHABLE = new byte[0];

    /** The same for text columns. A {@code new} String: it is recognised by identity. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    String UNMATCHABLE_TEXT = new String("");

    /** Whether a column value stands for "no such value". */
    static boolean matchesNothing(Object column) {
        return column == UNMATCHABLE || column == UNMATCHABLE_TEXT;
    }

    /** From what was typed to what Hibernate holds; what cannot be stored becomes {@link Posted}. */
    Object seal(Object typed);

    /** From what Hibernate holds to the value; decrypts where there is something to decrypt. */
    Object open(Object sealed);

    /** From what Hibernate holds to what a reader sees who sees the ciphertext. */
    Object covered(Object sealed);

    /** From what Hibernate holds, or from a query's parameter, to the column. */
    Object toColumn(Object value);

    /** From the column to what Hibernate holds, without any cryptography. */
    Object fromColumn(Object column);

    Form form();

    /** Whether columns hold ciphertext as text. */
    default boolean text() {
        return false;
    }

    /** The domain of the keyset; empty where there is none. */
    default String keyset() {
        return "";
    }

    /** Whether {@link #open} decrypts. */
    default boolean encrypted() {
        return form() == Form.DETERMINISTIC || form() == Form.RANDOMISED;
    }

    /** Whether columns hold ciphertext that nobody here can compute with, ours or the client's. */
    default boolean opaque() {
        return form() != Form.PLAIN;
    }

    /** Whether equality of what the columns hold means equality of values. */
    default boolean comparable() {
        return form() != Form.RANDOMISED;
    }

    /** Equal where two columns may be compared or copied. */
    Object domain();
}
