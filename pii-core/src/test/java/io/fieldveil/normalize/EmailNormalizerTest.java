package io.fieldveil.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailNormalizerTest {

    private final Normalizer email = Normalizers.email();

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " Alice@Example.org,alice@example.org",
                "\u00a0alice@example.org\u3000,alice@example.org",
                "ALICE\uff20EXAMPLE.ORG,alice@example.org",
                "info@BÜCHER.example,info@xn--bcher-kva.example",
                "info@bu\u0308cher.example,info@xn--bcher-kva.example",
                "info@XN--BCHER-KVA.example,info@xn--bcher-kva.example",
                "info@faß.example,info@xn--fa-hia.example",
                "δοκιμή@παράδειγμα.example,δοκιμή@xn--hxajbheg2az3al.example",
                "用户@例子\u3002example,用户@xn--fsqu00a.example",
                "ΟΔΥΣΣΕΥΣ@example.org,οδυσσευς@example.org",
                "first.last+tag@mail.example.co.uk,first.last+tag@mail.example.co.uk",
                "root@localhost,root@localhost",
            })
    void email_spelling_hasOneForm(String typed, String normalForm) {
        assertThat(email.normalize(typed)).isEqualTo(normalForm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "secret",
                "@example.org",
                "secret@",
                "secret@@example.org",
                "secret@a@example.org",
                "secret@.example.org",
                "secret@example..org",
                "secret@example.org.",
                "secret@exa mple.org",
                "secret@exa_mple.org",
                "secret@-example.org",
                "secret@[192.0.2.1]",
                "sec ret@example.org",
                "sec\u0000ret@example.org",
                "secret@xn--zzzzzzzz.example",
                "secret\ud800@example.org",
                "fv1.secret@example.org",
                " FV1.secret@example.org",
            })
    void email_junk_isRefusedWithoutRepeatingIt(String typed) {
        assertThatThrownBy(() -> email.normalize(typed))
                .isInstanceOf(NormalizationException.class)
                .hasMessageStartingWith("FV-450 ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void email_longerThan360Bytes_isRefused() {
        String host = "@example.org";
        String longest = "é".repeat((360 - host.length()) / 2) + host;

        assertThat(email.normalize(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> email.normalize("a" + longest))
                .isInstanceOf(NormalizationException.class)
                .hasMessageContaining("360 bytes");
        assertThatThrownBy(() -> email.normalize(" ".repeat(1_000) + longest))
                .isInstanceOf(NormalizationException.class)
                .hasMessageContaining("1000 characters");
    }

    @Property
    void email_normalisedTwice_isTheSame(@ForAll("addresses") String typed) {
        Normalization.assertIdempotent(email, typed);
    }

    @Property
    void email_lettersOfAnyCase_isOneForm(@ForAll("asciiAddresses") String typed) {
        assertThat(email.normalize(typed.toUpperCase(Locale.ROOT))).isEqualTo(email.normalize(typed));
    }

    @Test
    void email_everyCharacterThatFolds_isNormalisedTwiceTheSame() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (!Character.isDefined(c)
                    || Character.getType(c) == Character.PRIVATE_USE
                    || Character.getType(c) == Character.OTHER_LETTER) {
                continue;
            }
            String one = Character.toString(c);
            Normalization.assertIdempotent(email, "a" + one + "Σ" + one + "@example.org");
            Normalization.assertIdempotent(email, "a@b" + one + "c.example");
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> part = Arbitraries.strings().all().ofMaxLength(12);
        return Combinators.combine(part, part, Arbitraries.of("@", "\uff20"))
                .as((local, host, at) -> local + at + host);
    }

    @Provide
    Arbitrary<String> asciiAddresses() {
        Arbitrary<String> part =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(20);
        return Combinators.combine(part, part).as((local, host) -> local + "@" + host + ".example");
    }
}
