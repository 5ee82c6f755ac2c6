package io.fieldveil.hibernate.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of a collection by what a copy of one shows: the masks, or the values. Each is made when it is first asked for. */
final class CopyIndex {

    private final ElementCopies copies;
    private final Map<Object, Object> rows;
    private @Nullable Map<List<@Nullable Object>, List<Object>> byCovers;
    private @Nullable Map<List<@Nullable Object>, List<Object>> byValues;

    /** @param rows by their positions */
    CopyIndex(ElementCopies copies, Map<Object, Object> rows) {
        this.copies = copies;
        this.rows = new LinkedHashMap<>(rows);
    }

    Set<Object> positions() {
        return rows.keySet();
    }

    /** Those of the positions whose rows meet a condition, looked at one after the other. */
    List<Object> filter(Collection<Object> positions, Predicate<Object> condition) {
        return positions.stream()
                .filter(position -> condition.test(Objects.requireNonNull(rows.get(position))))
                .toList();
    }

    Map<List<@Nullable Object>, List<Object>> byCovers() {
        var index = byCovers;
        if (index == null) {
            index = copies.index(rows, ElementFacts::covers);
            byCovers = index;
        }
        return index;
    }

    Map<List<@Nullable Object>, List<Object>> byValues() {
        var index = byValues;
        if (index == null) {
            index = copies.index(rows, ElementFacts::values);
            byValues = index;
        }
        return index;
    }
}
