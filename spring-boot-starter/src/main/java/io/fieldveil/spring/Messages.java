package io.fieldveil.spring;

import io.fieldveil.FieldveilException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with the settings. Names settings, repeats no value: it may be a passphrase. */
final class Messages {

    private Messages() {}

    static FieldveilException unknownSettings(Collection<String> names) {
        String listed = names.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return new FieldveilException(
                "FV-711",
                "Unknown setting " + listed + ". Correct or remove it; docs/settings.md lists what there is.");
    }

    static FieldveilException noKeySource() {
        return new FieldveilException(
                "FV-712",
                "The setting 'fieldveil.key-source' is not set. Set it to 'bcfks' (a keystore) or, for development"
                        + " only, to 'development'; or declare a bean of type KeyEncryptionKeySource and set 'none'.");
    }

    static FieldveilException noKeySourceBean() {
        return new FieldveilException(
                "FV-713",
                "The setting 'fieldveil.key-source' is 'none' and there is no bean of type KeyEncryptionKeySource."
                        + " Declare one, or name another key source.");
    }

    static FieldveilException missing(String setting, String because) {
        return new FieldveilException("FV-714", "The setting '" + setting + "' is not set. " + because);
    }

    static FieldveilException onePassphrase() {
        return new FieldveilException(
                "FV-715",
                "Set exactly one of 'fieldveil.keystore.passphrase' and 'fieldveil.keystore.passphrase-file'.");
    }

    static FieldveilException passphraseFileUnreadable(@Nullable Throwable cause) {
        return new FieldveilException(
                "FV-716",
                "The file that the setting 'fieldveil.keystore.passphrase-file' names cannot be read, or its first line"
                        + " is empty. It holds the passphrase in its first line, UTF-8.",
                cause);
    }

    static FieldveilException badPurpose() {
        return new FieldveilException(
                "FV-717",
                "The setting 'fieldveil.purposes' holds something that is no purpose. A purpose has 1 to 64 upper-case"
                        + " letters, digits and underscores and starts with a letter, like CAMPAIGN; NONE is none.");
    }
}
