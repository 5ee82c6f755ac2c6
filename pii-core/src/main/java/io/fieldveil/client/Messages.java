package io.fieldveil.client;

import io.fieldveil.FieldveilException;
import java.util.Collection;
import java.util.TreeSet;

/** What this package says when it refuses. None of it repeats a text that came from outside. */
final class Messages {

    private static final String FORM = " A client ciphertext is '" + ClientCiphertext.PREFIX
            + "', a key id, a full stop, and base64url without padding; only the client can make one.";

    private Messages() {}

    static FieldveilException notAClientCiphertext() {
        return new FieldveilException(
                "FV-601", "The text is not a client ciphertext; plaintext is not accepted." + FORM);
    }

    static FieldveilException tooLong(int maxLength) {
        return new FieldveilException(
                "FV-602",
                "The client ciphertext is longer than " + maxLength
                        + " characters. Raise maxLength and the column's length, or have the client encrypt less.");
    }

    static FieldveilException malformedKeyId() {
        return new FieldveilException(
                "FV-603", "The key id has 1 to 32 letters, digits, '_' and '-', and a full stop after it." + FORM);
    }

    static FieldveilException malformedPayload() {
        return new FieldveilException(
                "FV-604",
                "What follows the key id is not canonical base64url (RFC 4648, section 5) without padding." + FORM);
    }

    static FieldveilException tooShort() {
        return new FieldveilException(
                "FV-605",
                "The payload is shorter than " + ClientCiphertext.MIN_PAYLOAD_BYTES
                        + " bytes and so is no ciphertext; it may have been cut." + FORM);
    }

    static FieldveilException keyIdNotAccepted(Collection<String> accepted) {
        return new FieldveilException(
                "FV-606",
                "The client ciphertext names a key id that is not accepted here. Accepted: " + new TreeSet<>(accepted)
                        + ". Have the client encrypt with one of these, or add its key id.");
    }

    static FieldveilException otherKeyId(String keyId) {
        return new FieldveilException(
                "FV-606",
                "The client ciphertext names another key id than that of this cipher, '" + keyId
                        + "'. Decrypt with the keyset that encrypted it.");
    }

    static FieldveilException doesNotOpen(String keyId) {
        return new FieldveilException(
                "FV-607",
                "The client ciphertext does not open under key id '" + keyId
                        + "': it was altered, or encrypted with another keyset or for another context.");
    }

    static FieldveilException badKeyId() {
        return new FieldveilException("FV-608", "A key id has 1 to 32 letters, digits, '_' and '-'.");
    }

    static FieldveilException badContext() {
        return new FieldveilException(
                "FV-609",
                "A context has 1 to 128 characters. Name what is encrypted by a stable name, like"
                        + " 'contact.passportNumber'.");
    }

    static FieldveilException notUtf8() {
        return new FieldveilException(
                "FV-609",
                "The text or context has an unpaired surrogate, which UTF-8 cannot hold. It was probably cut within a"
                        + " character.");
    }
}
