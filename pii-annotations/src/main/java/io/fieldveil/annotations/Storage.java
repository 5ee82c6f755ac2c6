package io.fieldveil.annotations;

/** The type of the column that holds a ciphertext. */
public enum Storage {
    /** {@code VARBINARY}: the database itself then refuses {@code LIKE}, {@code upper} and their like. */
    BINARY,
    /** {@code VARCHAR} with the token's ASCII text, for schemas that cannot have binary columns; needs a
     * collation that tells all letters apart. */
    TEXT
}
