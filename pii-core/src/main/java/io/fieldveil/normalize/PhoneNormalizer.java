package io.fieldveil.normalize;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Telephone numbers. The steps and limits are in {@link Normalizers#phone(String)}. */
final class PhoneNormalizer implements Normalizer {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    /** libphonenumber's "no region": numbers then have to start with a plus sign and the country code. */
    private static final String NO_REGION = "ZZ";

    private static final String SEPARATORS = " +-()[]./~";

    private final String defaultRegion;

    PhoneNormalizer(String defaultRegion) {
        if (!defaultRegion.equals(NO_REGION) && !NUMBERS.getSupportedRegions().contains(defaultRegion)) {
            throw Messages.noSuchRegion();
        }
        this.defaultRegion = defaultRegion;
    }

    @Override
    public String normalize(String text) {
        String typed = PlainText.folded(text);
        if (typed.isEmpty()) {
            throw Messages.empty();
        }
        // The library would skip letters before a number, cut what follows it, and dial vanity letters.
        if (!typed.codePoints().allMatch(PhoneNormalizer::belongsToNumbers) || typed.lastIndexOf('+') > 0) {
            throw Messages.notANumber();
        }
        String normalForm = e164(typed);
        // Some numbers with leading zeros lose one each time they are parsed; they have no form to agree on.
        if (!e164(normalForm).equals(normalForm)) {
            throw Messages.notANumber();
        }
        return PlainText.checked(normalForm);
    }

    private String e164(String typed) {
        PhoneNumber number = parsed(typed);
        if (number.hasExtension() || NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
            throw Messages.notANumber();
        }
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    private PhoneNumber parsed(String typed) {
        try {
            return NUMBERS.parse(typed, defaultRegion);
        } catch (NumberParseException e) {
            // Not passed on as the cause: other versions of the library may repeat the text.
            throw Messages.notANumber();
        }
    }

    private static boolean belongsToNumbers(int c) {
        return Character.isDigit(c) || SEPARATORS.indexOf(c) >= 0 || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    @Override
    public int version() {
        return 1;
    }
}
