package io.fieldveil.normalize;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.SealedValue;

/** What all normalisers share: trimming, NFKC, and the limits of a plaintext. */
final class PlainText {

    private static final int MAX_CHARACTERS = 1_000;
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private PlainText() {}

    /** Trimmed and in NFKC. Trimmed last, as NFKC makes spaces of other characters. */
    static String folded(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw Messages.tooManyCharacters(MAX_CHARACTERS);
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw Messages.unpairedSurrogate();
        }
        return trimmed(nfkc(text));
    }

    static String nfkc(String text) {
        return NFKC.normalize(text);
    }

    /** The normal form itself, if it is one that can be sealed and told from a token. */
    static String checked(String normalForm) {
        if (normalForm.isEmpty()) {
            throw Messages.empty();
        }
        if (SealedValue.looksLikeToken(normalForm)) {
            throw Messages.token();
        }
        if (normalForm.getBytes(UTF_8).length > FieldCipher.MAX_SEARCHABLE_BYTES) {
            throw Messages.tooManyBytes();
        }
        return normalForm;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        // All white space is in the Basic Multilingual Plane, so that single chars can be looked at.
        while (start < end && UCharacter.isUWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && UCharacter.isUWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
