package io.fieldveil.normalize;

/**
 * Brings the spellings of one value to one form, before it is sealed. Thread-safe; {@code normalize(normalize(x))} is
 * {@code normalize(x)}.
 */
public interface Normalizer {

    /**
     * Normalises.
     *
     * @param text what was typed, at most 1,000 characters
     * @return the normal form
     * @throws NormalizationException if the text has none; the message does not repeat it
     */
    String normalize(String text);

    /** The rules' version. A change of the rules is a rotation of the column. */
    int version();
}
