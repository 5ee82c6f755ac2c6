package io.fieldveil.mask;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/** The magnitude of numbers: sign and leading digit, then zeros. */
final class NumberMasks {

    private static final MathContext LEADING_DIGIT = new MathContext(1, RoundingMode.DOWN);
    /** Beyond this many digits, a number stays in scientific notation instead of being written out. */
    private static final int WRITTEN_OUT = 1_000;

    private NumberMasks() {}

    static Byte magnitude(Byte value) {
        return (byte) magnitude(value.longValue());
    }

    static Short magnitude(Short value) {
        return (short) magnitude(value.longValue());
    }

    static Integer magnitude(Integer value) {
        return (int) magnitude(value.longValue());
    }

    static Long magnitude(Long value) {
        return magnitude(value.longValue());
    }

    static BigInteger magnitude(BigInteger value) {
        return new BigDecimal(value).round(LEADING_DIGIT).toBigInteger();
    }

    static BigDecimal magnitude(BigDecimal value) {
        BigDecimal rounded = value.round(LEADING_DIGIT);
        if (rounded.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return rounded.scale() < 0 && rounded.scale() >= -WRITTEN_OUT ? rounded.setScale(0) : rounded;
    }

    static Float magnitude(Float value) {
        return isOrdinary(value, Float.MIN_NORMAL)
                ? leadingDigit(value, digit -> digit.floatValue() == value).floatValue()
                : 0f;
    }

    static Double magnitude(Double value) {
        return isOrdinary(value, Double.MIN_NORMAL)
                ? leadingDigit(value, digit -> digit.doubleValue() == value).doubleValue()
                : 0d;
    }

    private static boolean isOrdinary(double value, double smallest) {
        return Double.isFinite(value) && Math.abs(value) >= smallest;
    }

    /**
     * The binary number that stands for 0.3 lies a little below it, and would lose a digit each time it is masked; so a
     * number that stands for one digit and zeros is taken for these. Not by {@code toString}, which is not the shortest
     * form before JDK 19.
     */
    private static BigDecimal leadingDigit(double value, Predicate<BigDecimal> standsFor) {
        BigDecimal below = new BigDecimal(value).round(LEADING_DIGIT);
        BigDecimal above = below.add(below.ulp().multiply(BigDecimal.valueOf(below.signum())));
        return standsFor.test(above) ? above : below;
    }

    private static long magnitude(long value) {
        long power = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            power *= 10;
        }
        return value / power * power;
    }
}
