package io.fieldveil.spring;

import io.fieldveil.keyset.KeyEncryptionKeySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The key-encryption key that the settings name. */
final class KeySources {

    private KeySources() {}

    /**
     * Makes the key source.
     *
     * @throws io.fieldveil.FieldveilException FV-712 to FV-716 if a setting is missing or contradicts another, FV-41x if
     *     the key cannot be had
     */
    static KeyEncryptionKeySource from(FieldveilProperties settings) {
        var named = settings.keySource();
        if (named == null) {
            throw Messages.noKeySource();
        }
        return switch (named) {
            case DEVELOPMENT -> development(settings.development());
            case BCFKS -> bcfks(settings.keystore());
            case NONE -> throw Messages.noKeySourceBean();
        };
    }

    private static KeyEncryptionKeySource development(FieldveilProperties.Development settings) {
        return KeyEncryptionKeySource.development(required(
                settings.directory(),
                "fieldveil.development.directory",
                "The development key is kept in that folder."));
    }

    private static KeyEncryptionKeySource bcfks(FieldveilProperties.Keystore settings) {
        Path location = required(
                settings.getLocation(), "fieldveil.keystore.location", "It is the path of the keystore's file.");
        String alias =
                required(settings.getAlias(), "fieldveil.keystore.alias", "It names the key's entry in the keystore.");
        char[] passphrase = passphrase(settings);
        try {
            return KeyEncryptionKeySource.bcfks(location, passphrase, alias);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static char[] passphrase(FieldveilProperties.Keystore settings) {
        String typed = settings.getPassphrase();
        Path file = settings.getPassphraseFile();
        if (typed != null && file == null) {
            return typed.toCharArray();
        }
        if (typed == null && file != null) {
            return firstLine(file).toCharArray();
        }
        throw Messages.onePassphrase();
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() -> Messages.passphraseFileUnreadable(null));
        } catch (IOException e) {
            throw Messages.passphraseFileUnreadable(e);
        }
    }

    private static <T> T required(@Nullable T value, String setting, String because) {
        if (value == null) {
            throw Messages.missing(setting, because);
        }
        return value;
    }
}
