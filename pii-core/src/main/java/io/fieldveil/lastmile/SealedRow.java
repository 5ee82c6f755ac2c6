package io.fieldveil.lastmile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row before it is opened: its place, and for each attribute what opens it. Making one opens nothing.
 *
 * @param entity the entity's name
 * @param id the row's id as text
 * @param values by attribute path, what opens the value; called at most once
 */
public record SealedRow(String entity, String id, Map<String, Supplier<@Nullable Object>> values) {

    public SealedRow {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(id, "id");
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Entity, id and attribute names; no value. */
    @Override
    public String toString() {
        return "SealedRow[" + entity + "#" + id + ", " + values.keySet() + "]";
    }
}
