package io.fieldveil.keyset;

import java.nio.file.Path;

/**
 * The key-encryption key: it encrypts keysets, never values. Thread-safe.
 *
 * <p><b>Guarantees.</b> What {@link #wrap} returns opens only under the same key and with the same associated data.
 * <b>Leaks</b> the length of what is wrapped. <b>Does not protect</b> against someone who may use the key: whoever can
 * unwrap can read every value.
 *
 * <p>Every method throws a {@link io.fieldveil.FieldveilException} with a code FV-41x if the key is not known, cannot
 * be reached or refuses. An implementation never falls back to another key.
 */
public interface KeyEncryptionKeySource {

    /** The id of the key that wraps now: 1 to 255 printable ASCII characters, stable, not secret. */
    String keyId();

    /**
     * Encrypts under the current key.
     *
     * @param plaintext a keyset; not kept, not changed
     * @param associatedData what the result is bound to; not contained in it
     */
    byte[] wrap(byte[] plaintext, byte[] associatedData);

    /**
     * Decrypts.
     *
     * @param keyId the id under which it was wrapped
     * @throws io.fieldveil.FieldveilException FV-415 if the key id is unknown here, FV-416 if it does not open
     */
    byte[] unwrap(String keyId, byte[] wrapped, byte[] associatedData);

    /**
     * An AES-256 key in a BCFKS keystore (BouncyCastle's FIPS format), read once. {@link BcfksKeystores#create} makes
     * such a keystore.
     *
     * @param passphrase opens the keystore and the entry; not kept, not changed
     * @param alias the entry's name
     * @throws io.fieldveil.FieldveilException FV-410 to FV-413 if there is no such file, it does not open, there is no
     *     such entry, or it is no AES-256 key
     */
    static KeyEncryptionKeySource bcfks(Path keystore, char[] passphrase, String alias) {
        return BcfksKeystores.load(keystore, passphrase, alias);
    }

    /**
     * A key in a plain file, made at first use. <b>Protects nothing:</b> whoever reads the file reads everything. For
     * development and tests only; every start logs a warning that says so.
     *
     * @param directory where the key file is kept, created if absent
     * @throws io.fieldveil.FieldveilException FV-419 if the file cannot be made or read, or others may read it
     */
    static KeyEncryptionKeySource development(Path directory) {
        return DevelopmentKey.in(directory);
    }
}
