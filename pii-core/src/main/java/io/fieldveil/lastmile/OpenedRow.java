package io.fieldveil.lastmile;

import java.util.Optional;

/**
 * A row with opened values, for the time of the callback only. The values are beside the row, never in it. After the
 * callback they are gone, and asking for one is an error. Its {@code toString} holds no value.
 *
 * @param <E> the row's type
 */
public interface OpenedRow<E> {

    /** The row as it was given, unchanged. */
    E row();

    /**
     * The plaintext of a String attribute; empty where the value is null.
     *
     * @throws io.fieldveil.FieldveilException FV-525 after the callback, FV-526 if the attribute was not asked for,
     *     FV-527 if it is not a String
     */
    Optional<String> text(String attribute);

    /**
     * The plaintext of an attribute of any type; empty where the value is null.
     *
     * @throws io.fieldveil.FieldveilException FV-525 after the callback, FV-526 if the attribute was not asked for,
     *     FV-527 if it has another type
     */
    <T> Optional<T> value(String attribute, Class<T> type);
}
