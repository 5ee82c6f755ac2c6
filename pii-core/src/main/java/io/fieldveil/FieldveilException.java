package io.fieldveil;

import org.jspecify.annotations.Nullable;

/**
 * Something that Fieldveil refuses or cannot do. The message starts with a code ({@code FV-} and three digits), says
 * where, what would be valid and what to do, and never holds the value of a field.
 */
public class FieldveilException extends RuntimeException {

    private final String code;
    private final String detail;

    /**
     * @param code {@code FV-} and three digits, as listed in docs/errors.md
     * @param message the rest of the message, without any field's value
     */
    public FieldveilException(String code, String message) {
        this(code, message, null);
    }

    /**
     * @param code {@code FV-} and three digits, as listed in docs/errors.md
     * @param message the rest of the message, without any field's value
     * @param cause what failed below; its message must not hold a field's value either
     */
    public FieldveilException(String code, String message, @Nullable Throwable cause) {
        super(code + " " + message, cause);
        this.code = code;
        this.detail = message;
    }

    /** The code, {@code FV-} and three digits. */
    public String code() {
        return code;
    }

    /** The message without its code. */
    public String detail() {
        return detail;
    }
}
