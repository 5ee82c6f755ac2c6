package io.fieldveil.normalize;

import io.fieldveil.FieldveilException;

/** A text has no normal form: it is no e-mail address or telephone number, or too long. The message does not repeat it. */
public final class NormalizationException extends FieldveilException {

    /** @param reason what is wrong and what would be valid, without the text itself */
    public NormalizationException(String reason) {
        super("FV-450", reason);
    }
}
