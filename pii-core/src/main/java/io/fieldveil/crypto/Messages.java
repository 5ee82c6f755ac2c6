package io.fieldveil.crypto;

import io.fieldveil.FieldveilException;

/** The failures of this package, one method each. None repeats a value. */
final class Messages {

    private Messages() {}

    static FieldveilException doesNotOpen(String domain, Throwable cause) {
        return new FieldveilException(
                "FV-402",
                "A value of domain '" + domain
                        + "' does not open: it was changed, or sealed in another tenant, domain or key generation."
                        + " Check the domain of the attribute and the tenant of the access context.",
                cause);
    }

    static FieldveilException tooLong(String domain) {
        return new FieldveilException(
                "FV-403",
                "A value of domain '" + domain + "' is too long to be searchable: after normalisation it has at most "
                        + FieldCipher.MAX_SEARCHABLE_BYTES
                        + " bytes of UTF-8. Shorten it, or use @Masked(encryptedAtRest = true).");
    }

    static FieldveilException notSealed(String domain, Throwable cause) {
        return new FieldveilException(
                "FV-409", "A value of domain '" + domain + "' could not be encrypted by this Java runtime.", cause);
    }

    static FieldveilException unsupportedType(Class<?> type) {
        return new FieldveilException(
                "FV-405",
                "Values of type " + type.getName()
                        + " cannot be encrypted. Use a String, a number, a boolean, a date or time, an enum, a UUID or"
                        + " byte[].");
    }

    static FieldveilException tooLarge(Class<?> type, int bytes) {
        return new FieldveilException(
                "FV-406",
                "A value of type " + type.getName() + " is too large for its fixed width: at most " + bytes
                        + " bytes are possible. Store a smaller value, or the value's text in a String attribute.");
    }

    static FieldveilException beforeOurEra() {
        return new FieldveilException(
                "FV-406", "A java.sql.Date before the year 1 cannot be encrypted. Use java.time.LocalDate.");
    }

    static FieldveilException notEncodable() {
        return new FieldveilException(
                "FV-408", "A text cannot be encrypted: it holds an unpaired surrogate. Store well-formed Unicode.");
    }

    static FieldveilException notDecodable(Class<?> type) {
        return new FieldveilException(
                "FV-407",
                "What was decrypted is not a value of type " + type.getName()
                        + ". Check whether the attribute's type, or an enum's constants, were changed.");
    }
}
