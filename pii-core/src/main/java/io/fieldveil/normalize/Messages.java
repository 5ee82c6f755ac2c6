package io.fieldveil.normalize;

import io.fieldveil.FieldveilException;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.SealedValue;

/** What this package says when it refuses. None of it repeats the text. */
final class Messages {

    private Messages() {}

    static NormalizationException tooManyCharacters(int limit) {
        return new NormalizationException("The text is longer than " + limit + " characters. Shorten it.");
    }

    static NormalizationException tooManyBytes() {
        return new NormalizationException("The normal form is longer than " + FieldCipher.MAX_SEARCHABLE_BYTES
                + " bytes of UTF-8, the most that a searchable value may have. Shorten it.");
    }

    static NormalizationException unpairedSurrogate() {
        return new NormalizationException(
                "The text has an unpaired surrogate, which UTF-8 cannot hold. It was probably cut within a character.");
    }

    static NormalizationException empty() {
        return new NormalizationException("The text is empty. Store null where there is no value.");
    }

    static NormalizationException token() {
        return new NormalizationException("The text starts with '" + SealedValue.TOKEN_PREFIX
                + "' and so is a token or would pass for one. Plaintext is expected.");
    }

    static NormalizationException notAnAddress() {
        return new NormalizationException("The text is no e-mail address. An address has one '@', something before it"
                + " without spaces, and a host name after it, like name@example.org.");
    }

    static NormalizationException notAHost() {
        return new NormalizationException("What follows the '@' is no host name. A host name has labels of letters,"
                + " digits and hyphens, 1 to 63 of them each, separated by single full stops.");
    }

    static NormalizationException notANumber() {
        return new NormalizationException("The text is no possible telephone number. Write digits, with '+' and the"
                + " country code for numbers outside the default region, without letters or extension.");
    }

    static FieldveilException noSuchRegion() {
        return new FieldveilException(
                "FV-702",
                "The default region for telephone numbers is not one that libphonenumber knows."
                        + " Name it by ISO 3166-1 alpha-2 in upper case, like DE or US.");
    }
}
