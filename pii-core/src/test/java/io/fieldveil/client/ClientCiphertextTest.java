package io.fieldveil.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.FieldveilException;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCiphertextTest {

    /** 28 characters of base64url are 21 bytes. */
    private static final String SHORTEST = "fvc1.k.AAECAwQFBgcICQoLDA0ODxAREhMU";

    @Test
    void parse_wellFormed_givesKeyIdAndPayload() {
        var parsed = ClientCiphertext.parse(SHORTEST, 35);

        assertThat(parsed.keyId()).isEqualTo("k");
        assertThat(parsed.payload()).hasSize(21).startsWith(0, 1, 2);
        assertThat(parsed.text()).isEqualTo(SHORTEST);
        assertThat(parsed).isEqualTo(ClientCiphertext.parse(SHORTEST, 512)).hasToString(SHORTEST);
    }

    @ParameterizedTest
    @CsvSource({
        "FV-601, secret",
        "FV-601, ''",
        "FV-601, fvc1",
        "FV-601, fv1.secretsecretsecretsecretsecret",
        "FV-601, FVC1.secret.AAECAwQFBgcICQoLDA0ODxAREhMU",
        "FV-603, fvc1.",
        "FV-603, fvc1.secret",
        "FV-603, fvc1..AAECAwQFBgcICQoLDA0ODxAREhMU",
        "FV-603, fvc1.sécret.AAECAwQFBgcICQoLDA0ODxAREhMU",
        "FV-603, fvc1.secretsecretsecretsecretsecretsec.AAECAwQFBgcICQoLDA0ODxAREhMU",
        "FV-604, fvc1.secret.AAECAwQFBgcICQoLDA0ODxAREhM+",
        "FV-604, fvc1.secret.AAECAwQFBgcICQoLDA0ODxAREhMUsecret.secret",
        "FV-604, fvc1.secret.AAECAwQFBgcICQoLDA0ODxAREhMUF",
        "FV-604, fvc1.secret.AAECAwQFBgcICQoLDA0ODxAREhMUFR==",
        "FV-604, fvc1.secret.AAECAwQFBgcICQoLDA0ODxAREhMUFS",
        "FV-604, 'fvc1.secret.AAECAwQFBgcICQoLDA0ODxAREhMU '",
        "FV-605, fvc1.secret.",
        "FV-605, fvc1.secret.AAECAwQFBgcICQoLDA0ODxAREhM",
    })
    void parse_malformed_isRefusedWithoutRepeatingIt(String code, String text) {
        assertThatThrownBy(() -> ClientCiphertext.parse(text, 512))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith(code + " ")
                .hasMessageContaining("A client ciphertext is 'fvc1.', a key id, a full stop, and base64url")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void parse_tooLong_isRefused() {
        assertThatThrownBy(() -> ClientCiphertext.parse(SHORTEST, 34))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-602 ")
                .hasMessageContaining("34 characters");
    }

    @Test
    void parse_otherKeyId_isRefusedWithTheAccepted() {
        assertThat(ClientCiphertext.parse(SHORTEST, 512, Set.of("k", "l")).keyId())
                .isEqualTo("k");
        assertThatThrownBy(() -> ClientCiphertext.parse(SHORTEST, 512, Set.of("m", "l")))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-606 ")
                .hasMessageContaining("[l, m]");
    }

    @Property
    void parse_whatWasFormed_isTheSame(@ForAll @Size(min = 21, max = 80) byte[] payload) {
        var formed = ClientCiphertext.of("client_2026-01", payload);

        assertThat(ClientCiphertext.parse(formed.text(), 512)).isEqualTo(formed);
        assertThat(formed.payload()).isEqualTo(payload);
    }

    @Property
    void parse_anything_isItselfOrRefused(@ForAll String text) {
        try {
            assertThat(ClientCiphertext.parse("fvc1.k." + text, 512).text()).isEqualTo("fvc1.k." + text);
        } catch (FieldveilException e) {
            assertThat(e.code()).startsWith("FV-60");
        }
    }
}
