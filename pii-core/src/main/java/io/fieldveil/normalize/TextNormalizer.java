package io.fieldveil.normalize;

/** Trim and NFKC. */
final class TextNormalizer implements Normalizer {

    @Override
    public String normalize(String text) {
        return PlainText.checked(PlainText.folded(text));
    }

    @Override
    public int version() {
        return 1;
    }
}
