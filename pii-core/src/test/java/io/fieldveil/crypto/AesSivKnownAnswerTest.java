package io.fieldveil.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig2026;
import com.google.crypto.tink.daead.subtle.DeterministicAeads;
import com.google.crypto.tink.subtle.AesSiv;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RFC 5297's two vectors against Tink's AES-SIV, and through them the AES-256-SIV of the keysets.
 *
 * <p>The vectors have keys of 32 bytes and, the second, three strings of associated data; a keyset's key has 64 and its
 * primitive takes one string. So it is shown in steps: Tink's class, which the keyset's primitive is, gives the vectors'
 * answers; so does a second AES-SIV, written from the RFC; and under random keys of 64 bytes, for which the RFC has no
 * vector, a keyset's primitive and that second one agree.
 */
class AesSivKnownAnswerTest {

    private static final HexFormat HEX = HexFormat.of();

    static Stream<Arguments> vectors() {
        return Stream.of(
                // RFC 5297, appendix A.1
                Arguments.of(
                        "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
                        new String[] {"101112131415161718191a1b1c1d1e1f2021222324252627"},
                        "112233445566778899aabbccddee",
                        "85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c"),
                // RFC 5297, appendix A.2; the nonce is the last string
                Arguments.of(
                        "7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f",
                        new String[] {
                            "00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100",
                            "102030405060708090a0",
                            "09f911029d74e35bd84156c5635688c0"
                        },
                        "7468697320697320736f6d6520706c61696e7465787420746f20656e6372797074207573696e67205349562d414553",
                        "7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17"
                                + "dba77ceb094fa663b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void tink_vector_givesItsAnswer(String key, String[] data, String plaintext, String answer) throws Exception {
        DeterministicAeads siv = AesSiv.create(key(HEX.parseHex(key)));
        byte[][] associated = Arrays.stream(data).map(HEX::parseHex).toArray(byte[][]::new);

        assertThat(HEX.formatHex(siv.encryptDeterministicallyWithAssociatedDatas(HEX.parseHex(plaintext), associated)))
                .isEqualTo(answer);
        assertThat(HEX.formatHex(siv.decryptDeterministicallyWithAssociatedDatas(HEX.parseHex(answer), associated)))
                .isEqualTo(plaintext);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void tink_vectorWithAnyBitChanged_isRefused(String key, String[] data, String plaintext, String answer)
            throws Exception {
        DeterministicAeads siv = AesSiv.create(key(HEX.parseHex(key)));
        byte[][] associated = Arrays.stream(data).map(HEX::parseHex).toArray(byte[][]::new);
        for (int i = 0; i < answer.length() / 2; i++) {
            byte[] altered = HEX.parseHex(answer);
            altered[i] ^= 1;
            assertThatThrownBy(() -> siv.decryptDeterministicallyWithAssociatedDatas(altered, associated))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void reference_vector_givesItsAnswer(String key, String[] data, String plaintext, String answer) {
        byte[][] associated = Arrays.stream(data).map(HEX::parseHex).toArray(byte[][]::new);

        assertThat(HEX.formatHex(new ReferenceSiv(HEX.parseHex(key)).encrypt(HEX.parseHex(plaintext), associated)))
                .isEqualTo(answer);
    }

    @Property
    void keyset_keyOf64Bytes_agreesWithTheReference(
            @ForAll @Size(64) byte[] key, @ForAll @Size(max = 70) byte[] plaintext, @ForAll @Size(max = 40) byte[] data)
            throws Exception {
        DeterministicAead keyset = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key(key)).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(DeterministicAeadConfig2026.get(), DeterministicAead.class);

        assertThat(keyset.encryptDeterministically(plaintext, data))
                .isEqualTo(new ReferenceSiv(key).encrypt(plaintext, data));
    }

    private static AesSivKey key(byte[] key) throws GeneralSecurityException {
        var parameters = AesSivParameters.builder()
                .setKeySizeBytes(key.length)
                .setVariant(AesSivParameters.Variant.NO_PREFIX)
                .build();
        return AesSivKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
    }
}
