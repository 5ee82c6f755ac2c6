package io.fieldveil.sample.imports;

/** Carries what is wrong with a row to where the row's line is known. */
final class BadRowException extends Exception {

    private final String column;
    private final String reason;

    BadRowException(String column, String reason) {
        super(column + ": " + reason);
        this.column = column;
        this.reason = reason;
    }

    BadRow at(long line) {
        return new BadRow(line, column, reason);
    }
}
