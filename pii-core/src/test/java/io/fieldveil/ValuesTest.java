package io.fieldveil;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.client.ClientCiphertext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.keyset.KeysetName;
import io.fieldveil.keyset.KeysetPurpose;
import io.fieldveil.keyset.WrappedKeyset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values with bytes inside are equal by their content. */
class ValuesTest {

    private static final KeysetName NAME = new KeysetName("t", "email", KeysetPurpose.SEARCHABLE, 1);

    /** Each list: two equal values, then others. */
    static Stream<List<Object>> values() {
        return Stream.of(
                List.of(sealed(1), sealed(1), sealed(2), "fv1.x"),
                List.of(
                        client("k", 1),
                        client("k", 1),
                        client("k", 2),
                        client("l", 1),
                        client("k", 1).text()),
                List.of(
                        new WrappedKeyset(NAME, "k", new byte[] {1}),
                        new WrappedKeyset(NAME, "k", new byte[] {1}),
                        new WrappedKeyset(NAME, "k", new byte[] {2}),
                        new WrappedKeyset(NAME, "l", new byte[] {1}),
                        new WrappedKeyset(
                                new KeysetName("u", "email", KeysetPurpose.SEARCHABLE, 1), "k", new byte[] {1}),
                        "k"));
    }

    private static SealedValue sealed(int last) {
        byte[] bytes = new byte[40];
        bytes[39] = (byte) last;
        return SealedValue.ofBytes(bytes);
    }

    private static ClientCiphertext client(String keyId, int last) {
        byte[] bytes = new byte[64];
        bytes[63] = (byte) last;
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return ClientCiphertext.parse("fvc1." + keyId + "." + payload, 255, Set.of());
    }

    @ParameterizedTest
    @MethodSource("values")
    void values_areEqualByContent(List<Object> values) {
        assertThat(values.get(1)).isEqualTo(values.get(0)).hasSameHashCodeAs(values.get(0));
        for (Object other : values.subList(2, values.size())) {
            assertThat(values.get(0)).isNotEqualTo(other);
        }
        assertThat(values.get(0).hashCode()).isNotEqualTo(values.get(2).hashCode());
        assertThat(values.get(0).toString()).isNotEmpty();
    }
}
