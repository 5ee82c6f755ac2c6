package io.fieldveil.hibernate.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which row of a collection each of its elements stands for: the one that it was loaded from; else the one that it is a
 * copy of, as a form posts it back; else the one whose place it takes. A row is taken once. Whether somebody who may not
 * see a value guessed it makes no difference.
 */
final class ElementMatches {

    private final ElementPlace place;
    private final ElementCopies copies;
    private final Map<Object, Object> elements;
    private final Map<Object, Object> stored;
    private final Map<Object, Object> free;
    private final Map<Object, Object> matched = new HashMap<>();
    private final Set<Object> ambiguous = new HashSet<>();
    private final Set<Object> byIndex = new HashSet<>();
    private Map<Object, Object> beforeIndexes = Map.of();

    /** @param stored the rows */
    ElementMatches(ElementPlace place, Map<Object, Object> elements, Map<Object, Object> stored) {
        this.place = place;
        this.elements = elements;
        this.stored = stored;
        copies = new ElementCopies(place);
        free = new LinkedHashMap<>(stored);
        if (!stored.isEmpty()) {
            matchLoaded();
            matchCopies();
            matchPositions();
            matchTraces();
        }
    }

    /** The row that an element stands for; null if it is a new one. */
    @Nullable
    Object of(Object key) {
        Object row = matched.get(key);
        return row == null ? null : stored.get(row);
    }

    /** Whether a mask in an element may stand for the value of more than one row, or of one that it is not known to be. */
    boolean isAmbiguous(Object key, ElementPart part, Object now) {
        if (ambiguous.contains(key)) {
            return shown(stored, part, now) > 0;
        }
        if (matched.containsKey(key)) {
            boolean shifted = byIndex.contains(key) && elements.size() != stored.size();
            return shifted && shown(beforeIndexes, part, now) > 1;
        }
        return !place.isKeyed() && shown(free, part, now) > 0;
    }

    private static long shown(Map<Object, Object> rows, ElementPart part, Object now) {
        return rows.values().stream()
                .map(part::sealed)
                .filter(behind -> behind != null && part.attribute().isMaskOf(now, behind))
                .count();
    }

    /** First those of which nothing was set to null, which is forgotten where an instance was merged. */
    private void matchLoaded() {
        for (boolean nulls : new boolean[] {false, true}) {
            unmatched().forEach((key, element) -> {
                Object row = free.get(key);
                if (row != null && copies.isLoadedFrom(element, row, nulls)) {
                    take(key, key);
                }
            });
            unmatched()
                    .forEach((key, element) -> rows(row -> copies.isLoadedFrom(element, row, nulls))
                            .findFirst()
                            .ifPresent(row -> take(key, row)));
        }
    }

    private void matchCopies() {
        var candidates = new LinkedHashMap<Object, List<Object>>();
        unmatched().forEach((key, element) -> {
            if (!copies.isLoaded(element)) {
                candidates.put(key, rows(row -> copies.isCopy(element, row)).toList());
            }
        });
        candidates.values().removeIf(List::isEmpty);
        candidates.forEach((key, rows) -> {
            if (isOwn(key, rows, candidates)) {
                take(key, key);
            }
        });
        candidates.forEach((key, rows) -> {
            var left = rows.stream().filter(free::containsKey).toList();
            if (matched.containsKey(key) || left.isEmpty()) {
                return;
            }
            boolean only = left.size() == 1 && (rows.size() == 1 || place.isKeyed());
            if (only || areAllCopied(rows, candidates)) {
                take(key, left.get(0));
            } else {
                ambiguous.add(key);
            }
        });
    }

    /** Whether a copy stands at its row's own position; in a list of rows that look alike, if all of them do. */
    private boolean isOwn(Object key, List<Object> rows, Map<Object, List<Object>> candidates) {
        return place.isIndexed()
                && rows.contains(key)
                && (place.isKeyed()
                        || rows.stream()
                                .allMatch(row ->
                                        candidates.getOrDefault(row, List.of()).contains(row)));
    }

    /** Whether it makes no difference which copy is which row's: where there is no index, and none of them is missing. */
    private boolean areAllCopied(List<Object> rows, Map<Object, List<Object>> candidates) {
        return !place.isIndexed()
                && candidates.values().stream().filter(rows::equals).count() == rows.size();
    }

    /** What stands at the position of a row that nothing else stands for changes it. */
    private void matchPositions() {
        if (!place.isIndexed()) {
            return;
        }
        beforeIndexes = new LinkedHashMap<>(free);
        unmatched().forEach((key, element) -> {
            Object row = free.get(key);
            if (row != null) {
                if (!place.isKeyed()) {
                    byIndex.add(key);
                }
                if (copies.hasTokenOfAnother(element, row)) {
                    ambiguous.add(key);
                }
                take(key, key);
            }
        });
    }

    /** Where there is no such position, masks and tokens tell, if they are those of one row. */
    private void matchTraces() {
        unmatched().forEach((key, element) -> {
            var rows = ambiguous.contains(key) || copies.isLoaded(element)
                    ? List.of()
                    : rows(row -> copies.hasTracesOf(element, row)).toList();
            if (rows.size() == 1) {
                take(key, rows.get(0));
            } else if (rows.size() > 1) {
                ambiguous.add(key);
            }
        });
    }

    /** Looked at one after the other: most elements stand for the first row that is left. */
    private Stream<Object> rows(Predicate<Object> condition) {
        return free.entrySet().stream()
                .filter(row -> condition.test(row.getValue()))
                .map(Map.Entry::getKey);
    }

    private Map<Object, Object> unmatched() {
        var left = new LinkedHashMap<>(elements);
        left.keySet().removeAll(matched.keySet());
        return left;
    }

    private void take(Object key, Object row) {
        matched.put(key, row);
        free.remove(row);
    }
}
