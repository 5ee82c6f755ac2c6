package io.fieldveil.crypto;

import io.fieldveil.FieldveilException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Base64;

/**
 * A ciphertext as the column holds it, and its text form, the token. Immutable; equal where the bytes are equal, which
 * for a deterministic AEAD means: the same plaintext in the same tenant and domain.
 *
 * <p>Holds no plaintext: {@link #toString()} is the token. The bytes are described in docs/ciphertext-format.md.
 */
public final class SealedValue implements Serializable {

    /** What every token starts with: the format and its version. */
    public static final String TOKEN_PREFIX = "fv1.";

    /** The longest token, in characters. */
    public static final int MAX_TOKEN_LENGTH = 512;

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    /** Tink's output prefix (1 + 4 bytes) and the synthetic IV or tag (16): no ciphertext is shorter. */
    private static final int MIN_BYTES = 21;

    private final byte[] bytes;

    private SealedValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Wraps a ciphertext. The bytes are copied.
     *
     * @throws FieldveilException FV-401 if it is too short to be one
     */
    public static SealedValue ofBytes(byte[] ciphertext) {
        if (ciphertext.length < MIN_BYTES) {
            throw malformed();
        }
        return new SealedValue(ciphertext.clone());
    }

    /**
     * Reads a token by its form, without any cryptography.
     *
     * @throws FieldveilException FV-401 if it is not a token; the message does not repeat it
     */
    public static SealedValue ofToken(String token) {
        if (!looksLikeToken(token) || token.length() > MAX_TOKEN_LENGTH) {
            throw malformed();
        }
        byte[] decoded;
        try {
            decoded = DECODER.decode(token.substring(TOKEN_PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        var sealed = ofBytes(decoded);
        if (!sealed.token().equals(token)) {
            throw malformed();
        }
        return sealed;
    }

    /** Whether a text claims to be a token: it starts with {@value #TOKEN_PREFIX}. */
    public static boolean looksLikeToken(String text) {
        return text.startsWith(TOKEN_PREFIX);
    }

    private static FieldveilException malformed() {
        return new FieldveilException(
                "FV-401",
                "Not a token or not a ciphertext of Fieldveil: a token is '" + TOKEN_PREFIX
                        + "' and base64url without padding, at most " + MAX_TOKEN_LENGTH + " characters.");
    }

    /** A copy of the ciphertext. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The ciphertext as text: {@value #TOKEN_PREFIX} and base64url without padding. */
    public String token() {
        return TOKEN_PREFIX + ENCODER.encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedValue that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The token. */
    @Override
    public String toString() {
        return token();
    }
}
