package io.fieldveil.spring;

import io.fieldveil.hibernate.MaskedWrites;
import io.fieldveil.hibernate.NativeSql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * All settings. One that is not known here stops the start.
 *
 * @param keySource where the key-encryption key comes from; has to be named unless the application declares a
 *     {@code KeyEncryptionKeySource} bean
 * @param keystore with key source {@code bcfks}: the keystore
 * @param development with key source {@code development}: the key's folder
 * @param phoneRegion the region of telephone numbers that name no country, ISO 3166-1 alpha-2 in upper case like
 *     {@code DE}; needed as soon as an attribute holds telephone numbers
 * @param purposes the purposes for which the last mile opens values, upper-case names like {@code CAMPAIGN};
 *     {@code DATA_SUBJECT} always may
 * @param keptKeysets how many keysets of each kind stay opened in memory, 1 or more; others are read and unwrapped again
 *     when they are needed
 * @param maskedWrites what becomes of a changed masked attribute whose writer may not see it
 * @param nativeSql what becomes of native SQL on protected columns that its caller may not use there; what is allowed
 *     stands in the audit trail
 * @param markingMaxAge within which time marking an attribute as personal data, or not, takes effect on all nodes; 100 ms
 *     to 1 minute
 */
@ConfigurationProperties("fieldveil")
public record FieldveilProperties(
        @Nullable KeySource keySource,
        @DefaultValue Keystore keystore,
        @DefaultValue Development development,
        @Nullable String phoneRegion,
        @DefaultValue Set<String> purposes,
        @DefaultValue("10000") int keptKeysets,
        @DefaultValue("refuse") MaskedWrites maskedWrites,
        @DefaultValue("refuse") NativeSql nativeSql,
        @DefaultValue("2s") Duration markingMaxAge) {

    /**
     * The development key.
     *
     * @param directory the folder of the key file, made if absent; whoever reads it reads everything
     */
    public record Development(@Nullable Path directory) {}

    /** The keystore of key source {@code bcfks}. Not a record, so that nothing prints the passphrase. */
    public static final class Keystore {

        /** The path of the keystore's file. */
        private final @Nullable Path location;

        /** Opens the keystore and the entry; either this or passphrase-file. */
        private final @Nullable String passphrase;

        /** The path of a file that holds the passphrase in its first line, UTF-8. */
        private final @Nullable Path passphraseFile;

        /** The name of the key's entry in the keystore. */
        private final @Nullable String alias;

        public Keystore(
                @Nullable Path location,
                @Nullable String passphrase,
                @Nullable Path passphraseFile,
                @Nullable String alias) {
            this.location = location;
            this.passphrase = passphrase;
            this.passphraseFile = passphraseFile;
            this.alias = alias;
        }

        public @Nullable Path getLocation() {
            return location;
        }

        public @Nullable String getPassphrase() {
            return passphrase;
        }

        public @Nullable Path getPassphraseFile() {
            return passphraseFile;
        }

        public @Nullable String getAlias() {
            return alias;
        }
    }
}
