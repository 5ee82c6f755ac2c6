package io.fieldveil.sample.imports;

import io.fieldveil.sample.web.Refusal;

/** Carries what is wrong with a row to where the row's line is known. */
final class BadRowException extends Exception {

    private final String column;

    @SuppressWarnings("serial") // never leaves this process
    private final Refusal reason;

    BadRowException(String column, String sentence) {
        this(column, Refusal.of(sentence));
    }

    BadRowException(String column, Refusal reason) {
        super(column + ": " + reason.sentence());
        this.column = column;
        this.reason = reason;
    }

    BadRow at(long line) {
        return new BadRow(line, column, reason);
    }
}
