package io.fieldveil.sample.imports;

/** A file that is no file of contacts at all: nothing of it was taken. The message says what is expected. */
public final class UnreadableFileException extends Exception {
    UnreadableFileException(String message) {
        super(message);
    }
}
