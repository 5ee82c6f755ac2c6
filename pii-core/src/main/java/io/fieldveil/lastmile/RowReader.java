package io.fieldveil.lastmile;

import java.util.Set;

/** Knows how the application's rows hold their sealed values. Opens nothing by itself. Thread-safe. */
@FunctionalInterface
public interface RowReader {

    /**
     * Reads a row.
     *
     * @param row an entity, or whatever the reader knows
     * @param attributes the attributes that are asked for, by path
     * @throws io.fieldveil.FieldveilException FV-526 if the row has no such attribute
     */
    SealedRow read(Object row, Set<String> attributes);
}
