package io.fieldveil.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCipherTest {

    private static final ClientCipher CIPHER = ClientCipher.generate("client-1");

    @Property
    void encrypt_anyText_opens(@ForAll("texts") String plaintext) {
        assertThat(CIPHER.decrypt("passport", CIPHER.encrypt("passport", plaintext)))
                .isEqualTo(plaintext);
        assertThat(CIPHER.decrypt("passport", CIPHER.encryptSearchable("passport", plaintext)))
                .isEqualTo(plaintext);
    }

    @Test
    void encryptSearchable_sameText_isEqualWithinAContext() {
        String ciphertext = CIPHER.encryptSearchable("passport", "X1234567");

        assertThat(CIPHER.encryptSearchable("passport", "X1234567")).isEqualTo(ciphertext);
        assertThat(CIPHER.encryptSearchable("visa", "X1234567")).isNotEqualTo(ciphertext);
        assertThat(CIPHER.encryptSearchable("passport", "X1234568")).isNotEqualTo(ciphertext);
    }

    @Test
    void encrypt_sameText_isNeverEqual() {
        assertThat(CIPHER.encrypt("passport", "X1234567")).isNotEqualTo(CIPHER.encrypt("passport", "X1234567"));
    }

    @Test
    void encrypt_emptyText_hasTheLeastPayload() {
        String searchable = CIPHER.encryptSearchable("passport", "");
        String randomised = CIPHER.encrypt("passport", "");

        assertThat(ClientCiphertext.parse(searchable, 512).payload()).hasSize(ClientCiphertext.MIN_PAYLOAD_BYTES);
        assertThat(ClientCiphertext.parse(randomised, 512).payload()).hasSize(33);
        assertThat(searchable).startsWith("fvc1.client-1.");
    }

    @Test
    void decrypt_otherContextKeysetOrBytes_isRefused() {
        var other = ClientCipher.generate("client-1");
        for (String ciphertext :
                new String[] {CIPHER.encrypt("passport", "secret"), CIPHER.encryptSearchable("passport", "secret")}) {
            byte[] altered = ClientCiphertext.parse(ciphertext, 512).payload();
            altered[altered.length - 1] ^= 1;

            assertRefused("FV-607", () -> CIPHER.decrypt("visa", ciphertext));
            assertRefused("FV-607", () -> other.decrypt("passport", ciphertext));
            assertRefused(
                    "FV-607",
                    () -> CIPHER.decrypt(
                            "passport", ClientCiphertext.of("client-1", altered).text()));
        }
    }

    @Test
    void decrypt_otherKeyId_isRefusedAlsoWhenRelabelled() {
        var renamed = ClientCipher.importKeyset("client-2", CIPHER.insecureExportKeyset());
        String ciphertext = CIPHER.encrypt("passport", "secret");

        assertRefused("FV-606", () -> renamed.decrypt("passport", ciphertext));
        assertRefused(
                "FV-607", () -> renamed.decrypt("passport", ciphertext.replace("fvc1.client-1.", "fvc1.client-2.")));
    }

    @Test
    void importKeyset_ofAnExport_opensAndEncryptsTheSame() {
        var imported = ClientCipher.importKeyset("client-1", CIPHER.insecureExportKeyset());

        assertThat(imported.decrypt("passport", CIPHER.encrypt("passport", "X1")))
                .isEqualTo("X1");
        assertThat(imported.encryptSearchable("passport", "X1")).isEqualTo(CIPHER.encryptSearchable("passport", "X1"));
    }

    @Test
    void importKeyset_ofAnythingElse_isRefused() {
        byte[] exported = CIPHER.insecureExportKeyset();
        byte[] version2 = exported.clone();
        version2[0] = 2;

        for (int length = 0; length < exported.length; length++) {
            byte[] cut = Arrays.copyOf(exported, length);
            assertRefused("FV-610", () -> ClientCipher.importKeyset("client-1", cut));
        }
        assertRefused(
                "FV-610", () -> ClientCipher.importKeyset("client-1", Arrays.copyOf(exported, exported.length + 1)));
        assertRefused("FV-610", () -> ClientCipher.importKeyset("client-1", version2));
        assertRefused("FV-610", () -> ClientCipher.importKeyset("client-1", new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "clé", "123456789012345678901234567890123"})
    void generate_malformedKeyId_isRefused(String keyId) {
        assertRefused("FV-608", () -> ClientCipher.generate(keyId));
    }

    @Test
    void encrypt_badContextOrUnpairedSurrogate_isRefused() {
        assertRefused("FV-609", () -> CIPHER.encrypt("", "secret"));
        assertRefused("FV-609", () -> CIPHER.encrypt("c".repeat(129), "secret"));
        assertRefused("FV-609", () -> CIPHER.encryptSearchable("passport", "secret\ud800"));
        assertRefused("FV-609", () -> CIPHER.encryptSearchable("\udc00", "secret"));
    }

    @Test
    void toString_holdsNoKey() {
        assertThat(CIPHER).hasToString("ClientCipher[client-1]");
    }

    private static void assertRefused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith(code + " ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .list()
                .ofMaxSize(40)
                .map(codePoints -> codePoints.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
