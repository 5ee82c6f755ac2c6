package io.fieldveil.keyset;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key-encryption key in this process: AES-256-GCM, 12-byte IV, 16-byte tag, without Tink's output prefix. */
final class LocalKey implements KeyEncryptionKeySource {

    static final int KEY_BYTES = 32;

    private static final int FINGERPRINT_BYTES = 8;

    private final String keyId;
    private final Aead aead;

    private LocalKey(String keyId, Aead aead) {
        this.keyId = keyId;
        this.aead = aead;
    }

    /**
     * The key id ends in a fingerprint of the key, so that a keystore that was made anew under the old alias is told
     * apart from a keyset that was tampered with.
     */
    static LocalKey of(String name, byte[] key) {
        try {
            return new LocalKey(name + ":" + fingerprint(key), aead(key));
        } catch (GeneralSecurityException e) {
            throw Messages.cryptoUnavailable(e);
        }
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        TinkRegistry.ensure();
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        var aesGcm = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        var entry = KeysetHandle.importKey(aesGcm).withRandomId().makePrimary();
        return KeysetHandle.newBuilder().addEntry(entry).build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static String fingerprint(byte[] key) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] tag = mac.doFinal("fieldveil key id v1".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(tag, FINGERPRINT_BYTES));
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public byte[] wrap(byte[] plaintext, byte[] associatedData) {
        try {
            return aead.encrypt(plaintext, associatedData);
        } catch (GeneralSecurityException e) {
            throw Messages.cryptoUnavailable(e);
        }
    }

    @Override
    public byte[] unwrap(String wrappedUnder, byte[] wrapped, byte[] associatedData) {
        if (!wrappedUnder.equals(keyId)) {
            throw Messages.unknownKeyId(wrappedUnder, keyId);
        }
        try {
            return aead.decrypt(wrapped, associatedData);
        } catch (GeneralSecurityException e) {
            throw Messages.doesNotUnwrap(keyId, e);
        }
    }

    @Override
    public String toString() {
        return "KeyEncryptionKeySource[" + keyId + "]";
    }
}
