package io.fieldveil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.internal.InsecureNonceAesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * NIST's vectors for AES-256-GCM against the primitive that keysets give. Decryption runs through a keyset's key without
 * output prefix, whose ciphertext is IV, text, tag. Encryption by Tink draws its own IV, so that the IV of a vector can
 * be given only to the class below it, the one by which its AES-GCM encrypts.
 */
class AesGcmKnownAnswerTest {

    private static final String VECTORS = "/vectors/nist-gcmEncryptExtIV256.csv";
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvFileSource(resources = VECTORS)
    void decrypt_vector_isItsPlaintext(String key, String iv, String text, String data, String ciphertext, String tag)
            throws Exception {
        byte[] sealed = HEX.parseHex(iv + hex(ciphertext) + tag);

        assertThat(keysetOf(key).decrypt(sealed, HEX.parseHex(hex(data)))).isEqualTo(HEX.parseHex(hex(text)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = VECTORS)
    void decrypt_vectorWithAnyBitChanged_isRefused(
            String key, String iv, String text, String data, String ciphertext, String tag) throws Exception {
        Aead aead = keysetOf(key);
        byte[] sealed = HEX.parseHex(iv + hex(ciphertext) + tag);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> aead.decrypt(altered, HEX.parseHex(hex(data))))
                    .isInstanceOf(GeneralSecurityException.class);
        }
        assertThatThrownBy(() -> aead.decrypt(sealed, HEX.parseHex(hex(data) + "00")))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @CsvFileSource(resources = VECTORS)
    void encrypt_vector_isItsCiphertextAndTag(
            String key, String iv, String text, String data, String ciphertext, String tag) throws Exception {
        byte[] encrypted = new InsecureNonceAesGcmJce(HEX.parseHex(key))
                .encrypt(HEX.parseHex(iv), HEX.parseHex(hex(text)), HEX.parseHex(hex(data)));

        assertThat(HEX.formatHex(encrypted)).isEqualTo(hex(ciphertext) + tag);
    }

    /** JUnit gives null for an empty column. */
    private static String hex(String column) {
        return column == null ? "" : column;
    }

    private static Aead keysetOf(String key) throws GeneralSecurityException {
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        var imported = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(HEX.parseHex(key), InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(imported).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }
}
