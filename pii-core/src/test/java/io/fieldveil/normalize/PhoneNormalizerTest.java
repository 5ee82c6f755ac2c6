package io.fieldveil.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import io.fieldveil.FieldveilException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNormalizerTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final Normalizer phone = Normalizers.phone("DE");

    @ParameterizedTest
    @CsvSource({
        "030 1234567, +49301234567",
        "(030) 123-4567, +49301234567",
        "030/1234567, +49301234567",
        "+49 (0)30 1234567, +49301234567",
        "0049 30 1234567, +49301234567",
        "＋４９ ３０ １２３４５６７, +49301234567",
        "+٤٩ ٣٠ ١٢٣٤٥٦٧, +49301234567",
        "+1 650-253-0000, +16502530000",
        "+39 06 1234 5678, +390612345678",
    })
    void phone_spelling_hasOneForm(String typed, String normalForm) {
        assertThat(phone.normalize(typed)).isEqualTo(normalForm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "secret",
                "secret 030 1234567",
                "030 1234567 secret",
                "+1 800 FLOWERS",
                "+49 30 1234567 ext. 5",
                "+49 30 1234567;ext=5",
                "+49 30 1234567 +49 30 1234567",
                "+49 000000",
                "+999 30 1234567",
                "76",
                "7654321076543210765432107654321",
                "fv1.030 1234567",
            })
    void phone_junk_isRefusedWithoutRepeatingIt(String typed) {
        assertThatThrownBy(() -> phone.normalize(typed))
                .isInstanceOf(NormalizationException.class)
                .hasMessageStartingWith("FV-450 ")
                .hasMessageNotContainingAny("secret", "1234567", "76", "FLOWERS")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "DEU", "001", "Germany"})
    void phone_badRegion_isRefused(String region) {
        assertThatThrownBy(() -> Normalizers.phone(region))
                .isInstanceOf(FieldveilException.class)
                .hasMessageStartingWith("FV-702 ")
                .hasMessageContaining("ISO 3166-1 alpha-2");
    }

    @Test
    void phone_withoutDefaultRegion_takesInternationalNumbersOnly() {
        var international = Normalizers.phone("ZZ");

        assertThat(international.normalize("+49 30 901820")).isEqualTo("+4930901820");
        assertThatThrownBy(() -> international.normalize("030 901820")).isInstanceOf(NormalizationException.class);
    }

    @Test
    void phone_exampleOfEveryRegion_isOneFormHoweverWritten() {
        for (String region : NUMBERS.getSupportedRegions()) {
            var local = Normalizers.phone(region);
            for (PhoneNumberType type : PhoneNumberType.values()) {
                var number = NUMBERS.getExampleNumberForType(region, type);
                // One kind of Canadian number can be dialled within Canada only.
                if (number == null || NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                    continue;
                }
                String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
                assertThat(phone.normalize(e164))
                        .as("%s %s %s", region, type, e164)
                        .isEqualTo(e164);
                assertThat(phone.normalize(NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL)))
                        .isEqualTo(e164);
                Normalization.assertIdempotent(local, NUMBERS.format(number, PhoneNumberFormat.NATIONAL));
            }
        }
    }

    @Property
    void phone_normalisedTwice_isTheSame(@ForAll("numbers") String typed) {
        Normalization.assertIdempotent(phone, typed);
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits = Arbitraries.strings()
                .withChars("0123456789 ()-/")
                .ofMinLength(5)
                .ofMaxLength(18);
        return Arbitraries.of("", "+", "00", "+49", "+54 9", "+52 1")
                .flatMap(start -> digits.map(rest -> start + rest));
    }
}
