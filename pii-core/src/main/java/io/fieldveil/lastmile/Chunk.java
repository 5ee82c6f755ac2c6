package io.fieldveil.lastmile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of one entity that are opened together. */
final class Chunk<E> {

    private final int size;
    private final List<DetachedRow<E>> rows = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private String entity = "";

    Chunk(int size) {
        this.size = size;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether a row fits: there is room, and it is of the same entity. */
    boolean accepts(SealedRow sealed) {
        return rows.isEmpty() || (rows.size() < size && entity.equals(sealed.entity()));
    }

    void add(E row, SealedRow sealed) {
        entity = sealed.entity();
        ids.add(sealed.id());
        rows.add(DetachedRow.of(row, sealed));
    }

    String entity() {
        return entity;
    }

    List<String> ids() {
        return ids;
    }

    List<OpenedRow<E>> open(Set<String> attributes) {
        rows.forEach(row -> row.open(attributes));
        return List.copyOf(rows);
    }

    /** Forgets what was opened, and tells how many values that were. */
    int close() {
        int values = rows.stream().mapToInt(DetachedRow::delivered).sum();
        rows.forEach(DetachedRow::clear);
        return values;
    }
}
