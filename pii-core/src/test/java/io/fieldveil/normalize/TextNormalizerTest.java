package io.fieldveil.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {

    private final Normalizer text = Normalizers.text();

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " Main Street 5\t,Main Street 5",
                "Ａｂ１,Ab1",
                "Mu\u0308ller,Müller",
                "ﬁn,fin",
                "\u00a8,\u0308",
                "𝒜lice,Alice",
            })
    void text_spelling_hasOneForm(String typed, String normalForm) {
        assertThat(text.normalize(typed)).isEqualTo(normalForm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u2003\n", "fv1.secret", " fv1.secret", "ｆｖ１．secret", "secret\udc00"})
    void text_junk_isRefusedWithoutRepeatingIt(String typed) {
        assertThatThrownBy(() -> text.normalize(typed))
                .isInstanceOf(NormalizationException.class)
                .hasMessageStartingWith("FV-450 ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void text_longerThan360Bytes_isRefused() {
        assertThat(text.normalize("漢".repeat(120))).hasSize(120);
        assertThatThrownBy(() -> text.normalize("漢".repeat(121)))
                .isInstanceOf(NormalizationException.class)
                .hasMessageContaining("360 bytes");
    }

    @Property
    void text_normalisedTwice_isTheSame(@ForAll("anything") String typed) {
        Normalization.assertIdempotent(text, typed);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(60);
    }
}
