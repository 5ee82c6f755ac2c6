package io.fieldveil.sample.contact;

/** A field of the form cannot be read. The message says which and what would be right, and repeats no value. */
final class UnreadableFormException extends RuntimeException {
    UnreadableFormException(String message) {
        super(message);
    }
}
