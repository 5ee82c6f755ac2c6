package io.fieldveil.hibernate.internal;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered beside one entity (or embeddable) instance: for each protected attribute what its field showed last
 * and which sealed value stands behind it. Guarded by itself, since a detached instance may wander between threads.
 */
final class Memory {

    private static final WeakIdentityMap<Memory> MEMORIES = new WeakIdentityMap<>();

    /** How a field came to show what it shows. */
    enum Origin {
        /** The application put it there, and it was sealed. */
        TYPED,
        /** Loaded, and shown as it is. */
        REVEALED,
        /** Loaded, and shown as a mask or a token. */
        COVERED
    }

    record Slot(ProtectedAttribute attribute, Object visible, Object sealed, Origin origin, boolean assigned) {

        boolean shows(@Nullable Object field) {
            return same(visible, field);
        }
    }

    private Slot[] slots = new Slot[0];
    private boolean loaded;

    static @Nullable Memory of(Object owner) {
        return MEMORIES.get(owner);
    }

    static @Nullable Slot slot(Object owner, ProtectedAttribute attribute) {
        var memory = MEMORIES.get(owner);
        return memory == null ? null : memory.find(attribute);
    }

    static void remember(
            Object owner,
            ProtectedAttribute attribute,
            Object visible,
            Object sealed,
            Origin origin,
            boolean assigned) {
        MEMORIES.computeIfAbsent(owner, Memory::new)
                .put(new Slot(attribute, copyOf(visible), sealed, origin, assigned));
    }

    static void forget(Object owner, ProtectedAttribute attribute) {
        var memory = MEMORIES.get(owner);
        if (memory != null) {
            memory.drop(attribute);
        }
    }

    /** Remembers that Hibernate set an attribute, if only to null: the instance was handed out by a load. */
    static void handOut(Object owner) {
        MEMORIES.computeIfAbsent(owner, Memory::new).markLoaded();
    }

    /** Forgets an instance altogether: the next value that Hibernate sets is shown as the context may see. */
    static void forget(Object owner) {
        MEMORIES.remove(owner);
    }

    /** Whether any attribute of the instance was handed out by a load. */
    static boolean handedOut(Object owner) {
        var memory = MEMORIES.get(owner);
        return memory != null && memory.anyHandedOut();
    }

    static int size() {
        return MEMORIES.size();
    }

    private synchronized void markLoaded() {
        loaded = true;
    }

    private synchronized boolean anyHandedOut() {
        return loaded || Arrays.stream(slots).anyMatch(slot -> slot.origin() != Origin.TYPED);
    }

    private synchronized @Nullable Slot find(ProtectedAttribute attribute) {
        for (Slot slot : slots) {
            if (slot.attribute() == attribute) {
                return slot;
            }
        }
        return null;
    }

    private synchronized void put(Slot added) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].attribute() == added.attribute()) {
                slots[i] = added;
                return;
            }
        }
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = added;
    }

    private synchronized void drop(ProtectedAttribute attribute) {
        slots = Arrays.stream(slots)
                .filter(slot -> slot.attribute() != attribute)
                .toArray(Slot[]::new);
    }

    /** Value equality that looks into arrays. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other || Objects.deepEquals(one, other);
    }

    /** A copy where the value could be changed under us. */
    private static Object copyOf(Object value) {
        return MutableValues.copy(value);
    }
}
