package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Set<Object> replacing = new HashSet<>();
    private Map<Object, Object> beforeIndexes = Map.of();
    private final IdentityHashMap<Map<Object, Object>, Map<ElementPart, Map<Object, Integer>>> masks =
            new IdentityHashMap<>();
    private final Map<ElementPart, Set<@Nullable Object>> held = new HashMap<>();
    private boolean shifted;

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
            matchTracesFromElsewhere();
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

    /** Whether an element takes a row's place without being like it: what was there is gone. */
    boolean isReplacing(Object key) {
        return replacing.contains(key);
    }

    /** Whether a mask in an element may stand for the value of more than one row, or of one that it is not known to be. */
    boolean isAmbiguous(Object key, ElementPart part, Object now) {
        if (ambiguous.contains(key)) {
            return shown(stored, part, now) > 0;
        }
        if (matched.containsKey(key)) {
            return shifted && byIndex.contains(key) && shown(beforeIndexes, part, now) > 1;
        }
        return shown(free, part, now) > 0;
    }

    /** How many of the rows have a value for their mask. */
    private int shown(Map<Object, Object> rows, ElementPart part, Object now) {
        Object value = Memory.key(part.attribute().open(now));
        return masks.computeIfAbsent(rows, first -> new HashMap<>())
                .computeIfAbsent(part, first -> copies.masks(part, rows.values()))
                .getOrDefault(value, 0);
    }

    /** What a row holds of a part. */
    @Nullable
    Object sealed(ElementPart part, Object row) {
        return copies.sealed(part, row);
    }

    /** Whether a row of the collection holds something. */
    boolean isStored(ElementPart part, Object sealed) {
        return held.computeIfAbsent(part, first -> {
                    var values = new HashSet<@Nullable Object>();
                    stored.values().forEach(row -> values.add(Memory.key(copies.sealed(part, row))));
                    return values;
                })
                .contains(Memory.key(sealed));
    }

    /** First those of which nothing was set to null, which is forgotten where an instance was merged. */
    private void matchLoaded() {
        matchLoadedInPlace(false);
        matchLoadedFromElsewhere(false);
        matchLoadedInPlace(true);
        matchLoadedFromElsewhere(true);
    }

    private void matchLoadedInPlace(boolean nulls) {
        unmatched().forEach((key, element) -> {
            Object row = free.get(key);
            if (row != null && copies.isLoadedFrom(element, row, nulls)) {
                take(key, key);
            }
        });
    }

    private void matchLoadedFromElsewhere(boolean nulls) {
        var left = unmatched();
        if (left.isEmpty() || free.isEmpty()) {
            return;
        }
        var instances = new IdentityHashMap<Object, List<Object>>();
        free.forEach((row, element) ->
                instances.computeIfAbsent(element, first -> new ArrayList<>()).add(row));
        var byHeld = copies.index(free, ElementFacts::held);
        left.forEach((key, element) -> {
            var origins = nulls ? null : copies.origins(element);
            Collection<Object> rows = free.keySet();
            if (!copies.isLoaded(element)) {
                rows = instances.getOrDefault(element, List.of());
            } else if (origins != null) {
                rows = byHeld.getOrDefault(origins, List.of());
            }
            rows.stream()
                    .filter(free::containsKey)
                    .filter(row -> copies.isLoadedFrom(element, Objects.requireNonNull(stored.get(row)), nulls))
                    .findFirst()
                    .ifPresent(row -> take(key, row));
        });
    }

    private void matchCopies() {
        var candidates = new LinkedHashMap<Object, List<Object>>();
        var rowsLeft = new CopyIndex(copies, free);
        unmatched().forEach((key, element) -> {
            if (!copies.isLoaded(element)) {
                candidates.put(key, copies.copied(element, rowsLeft));
            }
        });
        candidates.values().removeIf(List::isEmpty);
        var atOwnIndex = new HashSet<Object>();
        var alike = new HashMap<List<Object>, Integer>();
        candidates.forEach((key, rows) -> {
            alike.merge(rows, 1, Integer::sum);
            if (rows.contains(key)) {
                atOwnIndex.add(key);
            }
        });
        candidates.forEach((key, rows) -> {
            if (isOwn(key, rows, atOwnIndex)) {
                take(key, key);
            }
        });
        candidates.forEach((key, rows) -> {
            var left = rows.stream().filter(free::containsKey).toList();
            if (matched.containsKey(key) || left.isEmpty()) {
                return;
            }
            boolean only = left.size() == 1 && (rows.size() == 1 || place.isKeyed());
            // Without an index it makes no difference which copy is which row's, if none of them is missing.
            boolean all = !place.isIndexed() && alike.getOrDefault(rows, 0) == rows.size();
            if (only || all) {
                take(key, left.get(0));
            } else {
                ambiguous.add(key);
            }
        });
    }

    /** Whether a copy stands at its row's own position; in a list of rows that look alike, if all of them do. */
    private boolean isOwn(Object key, List<Object> rows, Set<Object> atOwnIndex) {
        return place.isIndexed() && atOwnIndex.contains(key) && (place.isKeyed() || atOwnIndex.containsAll(rows));
    }

    /** What was moved and edited shows the masks and tokens of a row that is not the one at its position. */
    private void matchTracesFromElsewhere() {
        unmatched().forEach((key, element) -> {
            var rows = traced(element);
            if (rows.size() == 1 && !rows.contains(key)) {
                take(key, rows.get(0));
            }
        });
    }

    /** What stands at the position of a row that nothing else stands for changes it. */
    private void matchPositions() {
        if (!place.isIndexed()) {
            return;
        }
        beforeIndexes = new LinkedHashMap<>(free);
        shifted = !place.isKeyed()
                && (!unmatched().keySet().equals(free.keySet())
                        || matched.entrySet().stream()
                                .anyMatch(match -> !match.getKey().equals(match.getValue())));
        unmatched().forEach((key, element) -> {
            Object row = free.get(key);
            if (row != null) {
                if (!place.isKeyed()) {
                    byIndex.add(key);
                }
                if (copies.hasTokenOfAnother(element, row)) {
                    ambiguous.add(key);
                }
                if (!copies.isLike(element, row)) {
                    replacing.add(key);
                }
                take(key, key);
            }
        });
    }

    /** Where there is no such position, masks and tokens tell, if they are those of one row. */
    private void matchTraces() {
        unmatched().forEach((key, element) -> {
            var rows = ambiguous.contains(key) ? List.of() : traced(element);
            if (rows.size() == 1) {
                take(key, rows.get(0));
            } else if (rows.size() > 1) {
                ambiguous.add(key);
            }
        });
    }

    /** The rows that are left whose masks and tokens an element shows that was not loaded. */
    private List<Object> traced(Object element) {
        if (copies.isLoaded(element) || !copies.hasTraces(element)) {
            return List.of();
        }
        return free.entrySet().stream()
                .filter(row -> copies.hasTracesOf(element, row.getValue()))
                .map(Map.Entry::getKey)
                .toList();
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
