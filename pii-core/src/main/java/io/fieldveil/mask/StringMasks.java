package io.fieldveil.mask;

import io.fieldveil.annotations.Mask;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Masks of text. Each gives {@link #FULL} where the text is not of the kind that its style is for. */
final class StringMasks {

    static final char BULLET = '\u2022';
    static final String FULL = "\u2022\u2022\u2022\u2022\u2022";
    private static final String SOME = "\u2022\u2022\u2022";
    private static final String CARD_GROUPS = "\u2022\u2022\u2022\u2022 ".repeat(3);

    /** Fewer digits than this, and the last two would be a large part of the number. */
    private static final int PHONE_DIGITS = 6;
    /** The shortest card numbers in use. ISO/IEC 7812-1 allows 8 to 19 digits. */
    private static final int CARD_DIGITS = 12;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    /** The longest top-level label in the DNS root has 24 characters. */
    private static final Pattern TOP_LEVEL_LABEL = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}-]{1,23}");

    private StringMasks() {}

    static String full(String value) {
        return FULL;
    }

    static Mask<String> partial(int keepFirst, int keepLast) {
        return value -> {
            int length = value.codePointCount(0, value.length());
            if (value.equals(FULL) || length <= (long) keepFirst + keepLast) {
                return FULL;
            }
            return value.substring(0, value.offsetByCodePoints(0, keepFirst))
                    + SOME
                    + value.substring(value.offsetByCodePoints(value.length(), -keepLast));
        };
    }

    static String email(String value) {
        int at = value.indexOf('@');
        int dot = value.lastIndexOf('.');
        if (at < 1 || at != value.lastIndexOf('@') || dot < at + 2 || value.charAt(dot - 1) == '.') {
            return FULL;
        }
        String topLevelLabel = value.substring(dot + 1);
        int first = value.codePointAt(0);
        if (!TOP_LEVEL_LABEL.matcher(topLevelLabel).matches() || !isVisible(first)) {
            return FULL;
        }
        return Character.toString(first) + SOME + '@' + SOME + '.' + topLevelLabel;
    }

    private static boolean isVisible(int c) {
        return !Character.isWhitespace(c) && Character.getType(c) != Character.SURROGATE;
    }

    static String phone(String value) {
        return lastDigits(value, 2, PHONE_DIGITS, FULL);
    }

    static String card(String value) {
        return lastDigits(value, 4, CARD_DIGITS, CARD_GROUPS);
    }

    static String name(String value) {
        if (value.equals(FULL)) {
            return FULL;
        }
        String masked = WHITE_SPACE
                .splitAsStream(value.strip())
                .filter(word -> !word.isEmpty())
                .map(StringMasks::initial)
                .collect(Collectors.joining(" "));
        return masked.isEmpty() ? FULL : masked;
    }

    private static String initial(String word) {
        int first = word.codePointAt(0);
        return Character.isLetter(first) ? Character.toString(first) + SOME : SOME;
    }

    /** Bullets count as digits that were hidden before, so that a mask masks to itself. */
    private static String lastDigits(String value, int kept, int least, String hidden) {
        int[] digits = value.codePoints()
                .filter(c -> c == BULLET || Character.isDigit(c))
                .toArray();
        if (digits.length < least) {
            return FULL;
        }
        int[] last = Arrays.copyOfRange(digits, digits.length - kept, digits.length);
        return Arrays.stream(last).allMatch(Character::isDigit) ? hidden + new String(last, 0, kept) : FULL;
    }
}
