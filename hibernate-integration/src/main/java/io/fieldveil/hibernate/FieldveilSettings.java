package io.fieldveil.hibernate;

import java.util.List;

/**
 * The settings of a persistence unit, in {@code persistence.xml}, {@code hibernate.properties} or a settings map. A key
 * that starts with {@code fieldveil.} and is none of these stops the start (FV-701), as does a value that is not valid; a
 * persistence unit without protected attributes does not look at them.
 */
public final class FieldveilSettings {

    /** A {@link FieldveilRuntime} object. Where it is given, no other setting may be. Default: none. */
    public static final String RUNTIME = "fieldveil.runtime";

    /** Where the key-encryption key comes from: {@code bcfks} or {@code development}. Required. */
    public static final String KEY_SOURCE = "fieldveil.key-source";

    /** With {@code bcfks}: the path of the BCFKS keystore. */
    public static final String KEYSTORE_LOCATION = "fieldveil.keystore.location";

    /** With {@code bcfks}: the passphrase of the keystore. */
    public static final String KEYSTORE_PASSPHRASE = "fieldveil.keystore.passphrase";

    /** With {@code bcfks}: the alias of the key-encryption key; default {@code fieldveil}. */
    public static final String KEYSTORE_ALIAS = "fieldveil.keystore.alias";

    /** With {@code development}: the directory in which the key is made and kept. */
    public static final String DEVELOPMENT_DIRECTORY = "fieldveil.development.directory";

    /** The region of telephone numbers without a country code, ISO 3166-1 alpha-2; default: such numbers are refused. */
    public static final String PHONE_REGION = "fieldveil.phone-region";

    /** Changes of masked attributes without permission: {@code refuse} (default) or {@code ignore}. */
    public static final String MASKED_WRITES = "fieldveil.masked-writes";

    /**
     * Within which time "Mark as PII" and "Mark as not PII" take effect on all nodes, as a {@link java.time.Duration} or
     * its text: 100 ms to 1 minute; default {@code PT2S}.
     */
    public static final String MARKING_MAX_AGE = "fieldveil.marking-max-age";

    /** Native SQL on protected columns that would be refused: {@code refuse} (default) or {@code allow}, on record. */
    public static final String NATIVE_SQL = "fieldveil.native-sql";

    /** The purposes of the last mile, separated by commas; {@code DATA_SUBJECT} is always among them. */
    public static final String PURPOSES = "fieldveil.purposes";

    /** How many keysets of each kind stay opened in memory, 1 or more; default 10000. Others are read again. */
    public static final String KEPT_KEYSETS = "fieldveil.kept-keysets";

    /** All keys. */
    public static final List<String> KEYS = List.of(
            RUNTIME,
            KEY_SOURCE,
            KEYSTORE_LOCATION,
            KEYSTORE_PASSPHRASE,
            KEYSTORE_ALIAS,
            DEVELOPMENT_DIRECTORY,
            PHONE_REGION,
            MASKED_WRITES,
            NATIVE_SQL,
            MARKING_MAX_AGE,
            PURPOSES,
            KEPT_KEYSETS);

    private FieldveilSettings() {}
}
