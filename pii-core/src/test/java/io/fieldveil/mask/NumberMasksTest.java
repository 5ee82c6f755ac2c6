package io.fieldveil.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberMasksTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "10, 10",
        "19, 10",
        "52345.67, 50000",
        "-987, -900",
        "0.0456, 0.04",
        "0.3, 0.3",
        "1E+20, 100000000000000000000",
        "0.00, 0",
    })
    void magnitude_decimal_isTheLeadingDigit(BigDecimal value, BigDecimal magnitude) {
        assertThat(NumberMasks.magnitude(value)).isEqualTo(magnitude);
        assertThat(NumberMasks.magnitude((Double) value.doubleValue())).isEqualTo(magnitude.doubleValue());
        assertThat(NumberMasks.magnitude((Float) value.floatValue())).isEqualTo(magnitude.floatValue());
    }

    @Test
    void magnitude_extremes_areOfTheType() {
        assertThat(NumberMasks.magnitude((Long) Long.MIN_VALUE)).isEqualTo(-9_000_000_000_000_000_000L);
        assertThat(NumberMasks.magnitude((Integer) Integer.MIN_VALUE)).isEqualTo(-2_000_000_000);
        assertThat(NumberMasks.magnitude((Byte) Byte.MIN_VALUE)).isEqualTo((byte) -100);
        assertThat(NumberMasks.magnitude((Short) Short.MAX_VALUE)).isEqualTo((short) 30_000);
        assertThat(NumberMasks.magnitude((Double) Double.NaN)).isZero();
        assertThat(NumberMasks.magnitude((Double) Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NumberMasks.magnitude((Double) Double.MIN_VALUE)).isZero();
        assertThat(NumberMasks.magnitude((Float) Float.MAX_VALUE)).isEqualTo(3e38f);
        assertThat(NumberMasks.magnitude(new BigDecimal("9.9E+1000000000"))).isEqualTo("9E+1000000000");
    }

    @Property
    void magnitude_anyNumber_isTowardsZeroAndOfItself(
            @ForAll long whole,
            @ForAll double real,
            @ForAll float single,
            @ForAll BigDecimal decimal,
            @ForAll BigInteger big) {
        assertMagnitude(BigDecimal.valueOf(whole), BigDecimal.valueOf(NumberMasks.magnitude((Long) whole)));
        assertMagnitude(decimal, NumberMasks.magnitude(decimal));
        assertMagnitude(new BigDecimal(big), new BigDecimal(NumberMasks.magnitude(big)));
        assertThat(NumberMasks.magnitude(NumberMasks.magnitude((Double) real)))
                .isEqualTo(NumberMasks.magnitude((Double) real));
        assertThat(NumberMasks.magnitude(NumberMasks.magnitude((Float) single)))
                .isEqualTo(NumberMasks.magnitude((Float) single));
    }

    private static void assertMagnitude(BigDecimal value, BigDecimal magnitude) {
        assertThat(magnitude.abs()).isLessThanOrEqualTo(value.abs());
        assertThat(magnitude.signum()).isEqualTo(value.signum());
        assertThat(magnitude.stripTrailingZeros().precision()).isEqualTo(1);
        assertThat(NumberMasks.magnitude(magnitude)).isEqualByComparingTo(magnitude);
    }
}
