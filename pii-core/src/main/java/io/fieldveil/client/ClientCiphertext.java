package io.fieldveil.client;

import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a client encrypted under a key of its own: a key id and the bytes, and nothing that could open them. Immutable;
 * equal where the text is equal.
 *
 * <table>
 * <caption>The text, all of it ASCII</caption>
 * <tr><th>part</th><th>characters</th></tr>
 * <tr><td>format and version</td><td>{@value #PREFIX}</td></tr>
 * <tr><td>key id</td><td>1 to 32 letters, digits, {@code _}, {@code -}</td></tr>
 * <tr><td>full stop</td><td>{@code .}</td></tr>
 * <tr><td>payload</td><td>base64url (RFC 4648, section 5) without padding, canonical; at least 21 bytes</td></tr>
 * </table>
 *
 * <p><b>Does not check</b> that the payload is authentic, or a ciphertext at all: without the client's key there is no
 * way to. Whoever wraps plaintext in this form stores plaintext.
 *
 * <p>For what {@link ClientCipher} makes, the payload is a Tink ciphertext: 5 bytes of output prefix and then 16 bytes
 * of synthetic IV and the text (AES-256-SIV), or 12 bytes of IV, the text and 16 bytes of tag (AES-256-GCM).
 */
public final class ClientCiphertext {

    /** What every client ciphertext starts with: the format and its version. */
    public static final String PREFIX = "fvc1.";

    /** Tink's output prefix (5 bytes) and a synthetic IV (16): the empty text under AES-SIV, the shorter of the two. */
    public static final int MIN_PAYLOAD_BYTES = 21;

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String text;
    private final String keyId;
    private final byte[] payload;

    private ClientCiphertext(String text, String keyId, byte[] payload) {
        this.text = text;
        this.keyId = keyId;
        this.payload = payload;
    }

    /**
     * Reads a client ciphertext by its form, under any key id.
     *
     * @param maxLength the most characters that are accepted, 35 or more
     * @throws io.fieldveil.FieldveilException FV-601 to FV-605, see {@link #parse(String, int, Set)}
     */
    public static ClientCiphertext parse(String text, int maxLength) {
        return parse(text, maxLength, Set.of());
    }

    /**
     * Reads a client ciphertext by its form. No message repeats any of the text.
     *
     * @param maxLength the most characters that are accepted
     * @param keyIds the key ids that are accepted; empty accepts any
     * @throws io.fieldveil.FieldveilException FV-601 if it does not start as one; FV-602 if it is too long; FV-603 if the
     *     key id is malformed; FV-604 if the payload is not canonical base64url; FV-605 if the payload is too short;
     *     FV-606 if the key id is not among those accepted
     */
    public static ClientCiphertext parse(String text, int maxLength, Set<String> keyIds) {
        if (!text.startsWith(PREFIX)) {
            throw Messages.notAClientCiphertext();
        }
        if (text.length() > maxLength) {
            throw Messages.tooLong(maxLength);
        }
        int stop = text.indexOf('.', PREFIX.length());
        if (stop < 0 || !isKeyId(text.substring(PREFIX.length(), stop))) {
            throw Messages.malformedKeyId();
        }
        String keyId = text.substring(PREFIX.length(), stop);
        byte[] payload = decoded(text.substring(stop + 1));
        if (payload.length < MIN_PAYLOAD_BYTES) {
            throw Messages.tooShort();
        }
        if (!keyIds.isEmpty() && !keyIds.contains(keyId)) {
            throw Messages.keyIdNotAccepted(keyIds);
        }
        return new ClientCiphertext(text, keyId, payload);
    }

    static ClientCiphertext of(String keyId, byte[] payload) {
        return parse(PREFIX + keyId + '.' + ENCODER.encodeToString(payload), Integer.MAX_VALUE);
    }

    static boolean isKeyId(String keyId) {
        return KEY_ID.matcher(keyId).matches();
    }

    private static byte[] decoded(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Not passed on as the cause: its message names characters of the text.
            throw Messages.malformedPayload();
        }
        // One ciphertext has one text, or equality in the database would tell equal values apart.
        if (!ENCODER.encodeToString(bytes).equals(base64)) {
            throw Messages.malformedPayload();
        }
        return bytes;
    }

    /** The id of the client's key. */
    public String keyId() {
        return keyId;
    }

    /** A copy of the client's bytes. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The text as it came. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientCiphertext that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as it came. */
    @Override
    public String toString() {
        return text;
    }
}
