package io.fieldveil.lastmile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opened values beside their row, until they are cleared. */
final class DetachedRow<E> implements OpenedRow<E> {

    private final E row;
    private final SealedRow sealed;
    private final Map<String, @Nullable Object> opened = new LinkedHashMap<>();
    private boolean cleared;

    private DetachedRow(E row, SealedRow sealed) {
        this.row = row;
        this.sealed = sealed;
    }

    /** A row with nothing opened yet. */
    static <E> DetachedRow<E> of(E row, SealedRow sealed) {
        return new DetachedRow<>(row, sealed);
    }

    /** Opens the attributes; after each one, {@link #delivered} is right, also if the next one fails. */
    synchronized void open(Set<String> attributes) {
        for (String attribute : attributes) {
            var value = sealed.values().get(attribute);
            if (value == null) {
                throw Messages.unknownAttribute(sealed.entity(), attribute);
            }
            opened.put(attribute, value.get());
        }
    }

    /** How many values were opened that are not null. */
    synchronized int delivered() {
        return (int) opened.values().stream().filter(value -> value != null).count();
    }

    /** Forgets the values. */
    synchronized void clear() {
        opened.clear();
        cleared = true;
    }

    @Override
    public E row() {
        return row;
    }

    @Override
    public Optional<String> text(String attribute) {
        return value(attribute, String.class);
    }

    @Override
    public synchronized <T> Optional<T> value(String attribute, Class<T> type) {
        if (cleared) {
            throw Messages.afterCallback(sealed.entity(), attribute);
        }
        if (!opened.containsKey(attribute)) {
            throw Messages.unknownAttribute(sealed.entity(), attribute);
        }
        var value = opened.get(attribute);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw Messages.otherType(sealed.entity(), attribute, type, value.getClass());
        }
        return Optional.of(type.cast(value));
    }

    @Override
    public String toString() {
        return "OpenedRow[" + sealed.entity() + "#" + sealed.id() + ", redacted]";
    }
}
