package io.fieldveil.normalize;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.ULocale;

/** E-mail addresses. The steps and limits are in {@link Normalizers#email()}. */
final class EmailNormalizer implements Normalizer {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);

    @Override
    public String normalize(String text) {
        // Lower case can leave NFKC (U+0130 does not, others may with a later Unicode), hence NFKC on both sides of it.
        String address = PlainText.nfkc(UCharacter.toLowerCase(ULocale.ROOT, PlainText.folded(text)));
        int at = address.indexOf('@');
        if (at <= 0 || at != address.lastIndexOf('@')) {
            throw Messages.notAnAddress();
        }
        return PlainText.checked(localPart(address.substring(0, at)) + '@' + host(address.substring(at + 1)));
    }

    private static String localPart(String localPart) {
        if (localPart.codePoints().anyMatch(c -> UCharacter.isUWhiteSpace(c) || UCharacter.isISOControl(c))) {
            throw Messages.notAnAddress();
        }
        return localPart;
    }

    private static String host(String host) {
        var info = new IDNA.Info();
        String ascii = UTS46.nameToASCII(host, new StringBuilder(), info).toString();
        if (info.hasErrors()
                || ascii.isEmpty()
                || ascii.startsWith(".")
                || ascii.endsWith(".")
                || ascii.contains("..")) {
            throw Messages.notAHost();
        }
        return ascii;
    }

    @Override
    public int version() {
        return 1;
    }
}
