package io.fieldveil;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that Fieldveil refuses or cannot do. The message starts with a code ({@code FV-} and three digits), says
 * where, what would be valid and what to do, and never holds the value of a field.
 */
public class FieldveilException extends RuntimeException {

    private final String code;
    private final String detail;
    private final @Nullable AttributeName attribute;

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
        this(code, message, null, cause);
    }

    /**
     * @param code {@code FV-} and three digits, as listed in docs/errors.md
     * @param attribute what the failure is about; the message begins with it
     * @param problem the rest of the message, without any field's value
     */
    public FieldveilException(String code, AttributeName attribute, String problem) {
        this(code, attribute + ": " + problem, attribute, null);
    }

    private FieldveilException(
            String code, String message, @Nullable AttributeName attribute, @Nullable Throwable cause) {
        super(code + " " + message, cause);
        this.code = code;
        this.detail = message;
        this.attribute = attribute;
    }

    /** The code, {@code FV-} and three digits. */
    public String code() {
        return code;
    }

    /** The attribute that the failure is about, if it is about one of an entity's. */
    public Optional<AttributeName> attribute() {
        return Optional.ofNullable(attribute);
    }

    /** The message without its code. */
    public String detail() {
        return detail;
    }
}
