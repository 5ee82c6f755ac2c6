package io.fieldveil.spring;

/** Where the key-encryption key comes from. */
public enum KeySource {
    /** A key in a plain file, made at the first start. Protects nothing; for development and tests. */
    DEVELOPMENT,
    /** A BCFKS keystore that a passphrase opens. */
    BCFKS,
    /** The application declares a {@code KeyEncryptionKeySource} bean. */
    NONE
}
