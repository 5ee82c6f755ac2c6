package io.fieldveil.hibernate.internal;

import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.Purpose;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.KeyedHash;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.FieldveilSettings;
import io.fieldveil.hibernate.MaskedWrites;
import io.fieldveil.hibernate.NativeSql;
import io.fieldveil.jdbc.ConnectionSource;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.marking.CurrentMarkings;
import io.fieldveil.marking.MarkingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/** Takes the runtime from the settings, or builds it from them. */
final class RuntimeResolver {

    private static final String PREFIX = "fieldveil.";
    private static final String DEFAULT_ALIAS = "fieldveil";

    private final Map<String, Object> settings;

    private RuntimeResolver(Map<String, Object> settings) {
        this.settings = settings;
    }

    static FieldveilRuntime resolve(ServiceRegistry services) {
        var resolver = new RuntimeResolver(
                services.requireService(ConfigurationService.class).getSettings());
        resolver.refuseUnknown();
        Object given = resolver.settings.get(FieldveilSettings.RUNTIME);
        return given == null ? resolver.build(HibernateConnections.of(services)) : resolver.given(given);
    }

    /** What it was built with would not be heard of a setting beside it. */
    private FieldveilRuntime given(Object value) {
        if (!(value instanceof FieldveilRuntime runtime)) {
            throw Messages.setting(
                    FieldveilSettings.RUNTIME,
                    "it takes a FieldveilRuntime, which FieldveilRuntime.builder() makes, and not a "
                            + value.getClass().getName() + ".");
        }
        for (String key : FieldveilSettings.KEYS) {
            if (settings.containsKey(key) && !key.equals(FieldveilSettings.RUNTIME)) {
                throw Messages.setting(
                        key,
                        "beside '" + FieldveilSettings.RUNTIME + "' it has no effect; tell the runtime's builder.");
            }
        }
        return runtime;
    }

    private void refuseUnknown() {
        for (String key : settings.keySet()) {
            if (key.startsWith(PREFIX) && !FieldveilSettings.KEYS.contains(key)) {
                throw Messages.setting(
                        key, "there is no such setting. There are: " + String.join(", ", FieldveilSettings.KEYS) + ".");
            }
        }
    }

    private FieldveilRuntime build(ConnectionSource connections) {
        var source = keySource();
        var keysets = Keysets.of(source, KeysetStore.jdbc(connections));
        var hash = KeyedHash.of(keysets, "");
        return FieldveilRuntime.builder()
                .keysets(keysets)
                .audit(DisclosureAudit.jdbc(connections, hash))
                .markings(CurrentMarkings.of(MarkingStore.jdbc(connections, hash), markingMaxAge()))
                .accessContextProvider(AccessContextProvider.none())
                .phoneRegion(text(FieldveilSettings.PHONE_REGION, "ZZ"))
                .maskedWrites(maskedWrites())
                .keptKeysets(keptKeysets())
                .nativeSql(nativeSql())
                .purposes(purposes())
                .build();
    }

    private Set<Purpose> purposes() {
        try {
            return Arrays.stream(text(FieldveilSettings.PURPOSES, "").split(","))
                    .map(String::trim)
                    .filter(name -> !name.isEmpty())
                    .map(Purpose::new)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw Messages.setting(
                    FieldveilSettings.PURPOSES,
                    "a purpose has 1 to 64 upper-case letters, digits and underscores and starts with a letter, like"
                            + " CAMPAIGN. Separate several by commas.");
        }
    }

    private KeyEncryptionKeySource keySource() {
        String kind = required(FieldveilSettings.KEY_SOURCE, "name 'bcfks' or 'development'");
        return switch (kind) {
            case "bcfks" ->
                KeyEncryptionKeySource.bcfks(
                        Path.of(required(FieldveilSettings.KEYSTORE_LOCATION, "name the keystore's path")),
                        required(FieldveilSettings.KEYSTORE_PASSPHRASE, "give the keystore's passphrase")
                                .toCharArray(),
                        text(FieldveilSettings.KEYSTORE_ALIAS, DEFAULT_ALIAS));
            case "development" ->
                KeyEncryptionKeySource.development(
                        Path.of(required(FieldveilSettings.DEVELOPMENT_DIRECTORY, "name a directory for the key")));
            default -> throw Messages.setting(FieldveilSettings.KEY_SOURCE, "valid are 'bcfks' and 'development'.");
        };
    }

    private MaskedWrites maskedWrites() {
        String name = text(FieldveilSettings.MASKED_WRITES, "refuse");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "refuse" -> MaskedWrites.REFUSE;
            case "ignore" -> MaskedWrites.IGNORE;
            default -> throw Messages.setting(FieldveilSettings.MASKED_WRITES, "valid are 'refuse' and 'ignore'.");
        };
    }

    private Duration markingMaxAge() {
        Object value = settings.get(FieldveilSettings.MARKING_MAX_AGE);
        if (value == null || value instanceof Duration) {
            return value == null ? CurrentMarkings.DEFAULT_MAX_AGE : (Duration) value;
        }
        try {
            return Duration.parse(value.toString());
        } catch (DateTimeParseException e) {
            throw Messages.setting(FieldveilSettings.MARKING_MAX_AGE, "give a duration such as 'PT2S'.");
        }
    }

    private int keptKeysets() {
        String text = text(FieldveilSettings.KEPT_KEYSETS, String.valueOf(FieldCipher.KEPT_KEYSETS));
        try {
            int kept = Integer.parseInt(text.trim());
            if (kept > 0) {
                return kept;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number that is too small
        }
        throw Messages.setting(FieldveilSettings.KEPT_KEYSETS, "valid is a whole number from 1 on.");
    }

    private NativeSql nativeSql() {
        String name = text(FieldveilSettings.NATIVE_SQL, "refuse");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "refuse" -> NativeSql.REFUSE;
            case "allow" -> NativeSql.ALLOW;
            default -> throw Messages.setting(FieldveilSettings.NATIVE_SQL, "valid are 'refuse' and 'allow'.");
        };
    }

    private String required(String key, String remedy) {
        Object value = settings.get(key);
        if (value == null || value.toString().isBlank()) {
            throw Messages.setting(key, "it is not set, but an entity has protected attributes; " + remedy + ".");
        }
        return value.toString();
    }

    private String text(String key, String fallback) {
        @Nullable Object value = settings.get(key);
        return value == null ? fallback : value.toString();
    }
}
