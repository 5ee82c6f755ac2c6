package io.fieldveil.annotations;

/** What a masked value looks like. The page docs/masks.md has the table of style and type. */
public enum MaskStyle {
    /** Nothing of the value remains, not even its length. Every type of the table in docs/masks.md. */
    FULL,
    /** The first {@link Masked#keepFirst()} and the last {@link Masked#keepLast()} characters remain. Strings. */
    PARTIAL,
    /** The first character of the local part and the top-level domain remain. Strings. */
    EMAIL,
    /** The last two digits remain. Strings. */
    PHONE,
    /** The first letter of each word remains. Strings. */
    NAME,
    /** The last four digits remain. Strings. */
    CARD,
    /** The year remains. Dates and date-times. */
    DATE,
    /** The magnitude remains: the leading digit, then zeros. Numbers. */
    NUMBER,
    /** The class named by {@link Masked#custom()} decides. */
    CUSTOM
}
