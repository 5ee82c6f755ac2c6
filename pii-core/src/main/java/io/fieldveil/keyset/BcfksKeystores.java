package io.fieldveil.keyset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** Makes and reads BCFKS keystores that hold a key-encryption key. BouncyCastle is not registered as a provider. */
public final class BcfksKeystores {

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private BcfksKeystores() {}

    /**
     * Creates a keystore with one new random AES-256 key, readable by its owner only. Never overwrites.
     *
     * @param keystore the file; its directory exists
     * @param passphrase protects the keystore and the entry, not empty; not kept, not changed
     * @param alias the entry's name: 1 to 64 ASCII letters, digits, {@code _}, {@code .} and {@code -}
     * @throws io.fieldveil.FieldveilException FV-414 if there is such a file already, or it cannot be written
     */
    public static void create(Path keystore, char[] passphrase, String alias) {
        if (passphrase.length == 0 || !ALIAS.matcher(alias).matches()) {
            throw Messages.keystoreArguments();
        }
        if (Files.exists(keystore)) {
            throw Messages.keystoreExists(keystore, null);
        }
        byte[] key = new byte[LocalKey.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            OwnerOnlyFiles.writeNew(keystore, encode(key, passphrase, alias));
        } catch (FileAlreadyExistsException e) {
            throw Messages.keystoreExists(keystore, e);
        } catch (IOException | GeneralSecurityException e) {
            throw Messages.keystoreNotWritten(keystore, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] encode(byte[] key, char[] passphrase, String alias)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
        store.load(null, null);
        store.setKeyEntry(alias, new SecretKeySpec(key, "AES"), passphrase, null);
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, passphrase);
        return bytes.toByteArray();
    }

    static KeyEncryptionKeySource load(Path keystore, char[] passphrase, String alias) {
        if (!Files.isRegularFile(keystore)) {
            throw Messages.keystoreMissing(keystore);
        }
        var store = open(keystore, passphrase);
        byte[] key = aes256(entry(store, keystore, passphrase, alias));
        if (key == null) {
            throw Messages.notAes256(keystore, alias);
        }
        try {
            return LocalKey.of("bcfks:" + alias, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static KeyStore open(Path keystore, char[] passphrase) {
        try (var in = Files.newInputStream(keystore)) {
            var store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
            store.load(in, passphrase);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw Messages.keystoreDoesNotOpen(keystore, e);
        }
    }

    private static java.security.Key entry(KeyStore store, Path keystore, char[] passphrase, String alias) {
        try {
            if (!store.containsAlias(alias)) {
                throw Messages.aliasMissing(keystore, alias);
            }
            var key = store.getKey(alias, passphrase);
            if (key == null) {
                throw Messages.notAes256(keystore, alias);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw Messages.keystoreDoesNotOpen(keystore, e);
        }
    }

    private static byte @Nullable [] aes256(java.security.Key key) {
        byte[] encoded = key.getEncoded();
        boolean fits = key instanceof SecretKey
                && "AES".equals(key.getAlgorithm())
                && encoded != null
                && encoded.length == LocalKey.KEY_BYTES;
        return fits ? encoded : null;
    }
}
