package io.fieldveil.normalize;

/**
 * The normalisers that Fieldveil ships, version 1 of each.
 *
 * <p>All of them refuse with a {@link NormalizationException}: more than 1,000 characters; an unpaired surrogate, as it
 * has no UTF-8; a normal form of more than 360 bytes of UTF-8 ({@link
 * io.fieldveil.crypto.FieldCipher#MAX_SEARCHABLE_BYTES}); and what starts like a token ({@link
 * io.fieldveil.crypto.SealedValue#TOKEN_PREFIX}), as nobody could tell it from one afterwards. White space around a text
 * goes.
 *
 * <p>Unicode's tables come from ICU and not from the JDK, so that nodes on different JDKs agree on a normal form.
 */
public final class Normalizers {

    private static final Normalizer EMAIL = new EmailNormalizer();
    private static final Normalizer TEXT = new TextNormalizer();

    private Normalizers() {}

    /**
     * E-mail addresses: NFKC, lower case (the local part too), host by UTS #46 non-transitional in its ASCII form.
     *
     * <p>Takes one {@code @}, something before it without white space or control characters, and a host name of letters,
     * digits and hyphens without an empty label. Quoted local parts with an {@code @} and address literals ({@code
     * [192.0.2.1]}) are refused.
     */
    public static Normalizer email() {
        return EMAIL;
    }

    /**
     * Telephone numbers, normalised to E.164: {@code +}, country code, national number.
     *
     * <p>Takes digits, white space and the usual separators, with at most one {@code +} before them. A number has to be
     * possible (its length fits its country), not assigned. Letters are refused, and so are extensions, which E.164
     * cannot hold.
     *
     * @param defaultRegion the region of numbers that name no country, as ISO 3166-1 alpha-2 in upper case, like
     *     {@code DE}; {@code ZZ} for none, so that every number has to name its country
     * @throws io.fieldveil.FieldveilException FV-702 if there is no such region
     */
    public static Normalizer phone(String defaultRegion) {
        return new PhoneNormalizer(defaultRegion);
    }

    /** Any other text: NFKC; empty is refused. */
    public static Normalizer text() {
        return TEXT;
    }
}
