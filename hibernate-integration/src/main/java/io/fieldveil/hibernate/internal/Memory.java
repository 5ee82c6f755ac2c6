package io.fieldveil.hibernate.internal;

import io.fieldveil.access.AccessContext;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        /** The application put it into the original of a merged element; this one shows it as a mask. */
        MERGED,
        /** Loaded, and shown as it is. */
        REVEALED,
        /** Loaded, and shown as a mask or a token. */
        COVERED
    }

    /**
     * One attribute of one instance.
     *
     * @param visible what the field showed; null where a null was typed that the row does not take
     * @param reader who typed the value or was shown it; null where the next value is to be shown whatever it is
     * @param assigned whether it was said that the value is meant, even if it looks like a mask
     * @param stored what the row held when it was last read or written; null if that is not known
     * @param overCover whether it was typed over a mask or token, and not written since
     */
    record Slot(
            ProtectedAttribute attribute,
            @Nullable Object visible,
            Object sealed,
            Origin origin,
            @Nullable AccessContext reader,
            boolean assigned,
            @Nullable Object stored,
            boolean overCover) {

        boolean shows(@Nullable Object field) {
            return same(visible, field);
        }

        /** Whether the application put it there, or where it was merged from. */
        boolean typed() {
            return origin == Origin.TYPED || origin == Origin.MERGED;
        }

        /** What the row held when the value was loaded, or last written; null if that is not known. */
        @Nullable
        Object row() {
            return typed() ? stored : sealed;
        }

        /** The same value, as it was typed elsewhere. */
        private Slot typedAs(Slot typed) {
            Origin as = origin == Origin.COVERED ? Origin.MERGED : Origin.TYPED;
            return new Slot(attribute, visible, sealed, as, reader, typed.assigned, typed.stored, typed.overCover);
        }
    }

    private static final ProtectedAttribute[] NONE = new ProtectedAttribute[0];

    private Slot[] slots = new Slot[0];
    private ProtectedAttribute[] nulls = NONE;
    private Map<Naming, Set<Optional<String>>> names = Map.of();
    private boolean touched;
    private boolean loaded;
    private boolean adopted;

    static @Nullable Slot slot(Object owner, ProtectedAttribute attribute) {
        var memory = MEMORIES.get(owner);
        return memory == null ? null : memory.find(attribute);
    }

    static void typed(
            Object owner,
            ProtectedAttribute attribute,
            Object visible,
            Object sealed,
            AccessContext reader,
            boolean assigned) {
        var memory = MEMORIES.computeIfAbsent(owner, Memory::new);
        var earlier = memory.find(attribute);
        Object stored = earlier == null ? null : earlier.stored();
        boolean overCover = earlier != null && (earlier.origin() == Origin.COVERED || earlier.overCover());
        memory.put(new Slot(
                attribute, MutableValues.copy(visible), sealed, Origin.TYPED, reader, assigned, stored, overCover));
    }

    static void shown(
            Object owner,
            ProtectedAttribute attribute,
            @Nullable Object visible,
            Object sealed,
            Origin origin,
            @Nullable AccessContext reader) {
        Object copy = visible == null ? null : MutableValues.copy(visible);
        MEMORIES.computeIfAbsent(owner, Memory::new)
                .put(new Slot(attribute, copy, sealed, origin, reader, false, sealed, false));
    }

    /** Remembers that the row is to hold what was typed. */
    static void written(Object owner, ProtectedAttribute attribute) {
        var memory = MEMORIES.get(owner);
        var slot = memory == null ? null : memory.find(attribute);
        if (memory != null && slot != null && (slot.overCover() || slot.stored() != slot.sealed())) {
            memory.put(new Slot(
                    attribute,
                    slot.visible(),
                    slot.sealed(),
                    slot.origin(),
                    slot.reader(),
                    slot.assigned(),
                    slot.sealed(),
                    false));
        }
    }

    static void forget(Object owner, ProtectedAttribute attribute) {
        var memory = MEMORIES.get(owner);
        if (memory != null) {
            memory.drop(attribute);
        }
    }

    /** Remembers a name that Hibernate set beside a value; whether it was not known yet. */
    static boolean named(Object owner, Naming naming, Optional<String> name) {
        return MEMORIES.computeIfAbsent(owner, Memory::new).addName(naming, name);
    }

    /** Remembers the name that the row is to have, in place of those that it had. */
    static void renamed(Object owner, Naming naming, Optional<String> name) {
        MEMORIES.computeIfAbsent(owner, Memory::new).putNames(naming, Set.of(name));
    }

    /** The names that a row is known to have had since the instance was loaded. */
    static Set<Optional<String>> names(Object owner, Naming naming) {
        var memory = MEMORIES.get(owner);
        return memory == null ? Set.of() : memory.knownNames(naming);
    }

    private synchronized Set<Optional<String>> knownNames(Naming naming) {
        return names.getOrDefault(naming, Set.of());
    }

    private synchronized boolean addName(Naming naming, Optional<String> name) {
        var known = knownNames(naming);
        if (known.contains(name)) {
            return false;
        }
        var added = new HashSet<>(known);
        added.add(name);
        putNames(naming, Set.copyOf(added));
        return true;
    }

    private synchronized void putNames(Naming naming, Set<Optional<String>> known) {
        var changed = new LinkedHashMap<>(names);
        changed.put(naming, known);
        names = changed;
    }

    /** Remembers that Hibernate set an attribute to null. If that came first, the instance was handed out by a load. */
    static void handOut(Object owner, ProtectedAttribute attribute) {
        var memory = MEMORIES.computeIfAbsent(owner, Memory::new);
        memory.touch(true);
        if (attribute.masked()) {
            memory.putNull(attribute);
        }
    }

    /** Whether the attribute was null when it was loaded. */
    static boolean wasNull(Object owner, ProtectedAttribute attribute) {
        var memory = MEMORIES.get(owner);
        return memory != null && memory.isNull(attribute);
    }

    /** Remembers that Hibernate read a null. If that came first, the instance was made by the application. */
    static void takeNull(Object owner) {
        MEMORIES.computeIfAbsent(owner, Memory::new).touch(false);
    }

    /**
     * Whether an embeddable shows in this field the mask of another entity's or another embedded attribute, with which it
     * was loaded: masks move with the instance, what stands behind them does not.
     */
    static boolean isCover(Object owner, ProtectedAttribute attribute, Object field) {
        var memory = MEMORIES.get(owner);
        return memory != null && memory.covers(attribute, field);
    }

    private synchronized boolean covers(ProtectedAttribute attribute, Object field) {
        return Arrays.stream(slots)
                .anyMatch(slot -> slot.origin() == Origin.COVERED
                        && slot.attribute().name().equals(attribute.name())
                        && slot.shows(field));
    }

    /** Whether an instance was handed out with a mask or a token in any field. */
    static boolean isCover(Object owner) {
        var memory = MEMORIES.get(owner);
        return memory != null && memory.covers();
    }

    private synchronized boolean covers() {
        return Arrays.stream(slots).anyMatch(slot -> slot.origin() == Origin.COVERED);
    }

    /** Forgets an instance altogether: the next value that Hibernate sets is shown as the context may see. */
    static void forget(Object owner) {
        MEMORIES.remove(owner);
    }

    /** Whether anything is remembered beside an instance. */
    static boolean knows(Object owner) {
        return MEMORIES.get(owner) != null;
    }

    static Memory of(Object owner) {
        return MEMORIES.computeIfAbsent(owner, Memory::new);
    }

    /** Takes over what is known of the fields that an instance shows as the one before it did. */
    void adopt(Memory before, Object instance, List<AttributeEdge> attributes) {
        adoptNames(before);
        for (AttributeEdge edge : attributes) {
            if (edge.isOf(instance)) {
                adopt(before, edge.attribute(), edge.visible(instance));
            }
        }
    }

    private void adopt(Memory before, ProtectedAttribute attribute, @Nullable Object shown) {
        var slot = before.find(attribute);
        if (slot != null && slot.shows(shown)) {
            add(slot);
        } else if (slot == null && shown == null && before.isNull(attribute)) {
            addNull(attribute);
        }
    }

    /** What stands in its place was marked by the names that it had, whatever it shows now. */
    private synchronized void adoptNames(Memory before) {
        names = before.names;
    }

    /** It was not handed out itself: a typed value beside may be a mask that came back. */
    private synchronized void add(Slot slot) {
        touch(false);
        adopted = true;
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = slot;
    }

    private synchronized void addNull(ProtectedAttribute attribute) {
        touch(false);
        adopted = true;
        putNull(attribute);
    }

    /** Remembers beside an instance what is remembered beside the one that it takes the place of. */
    static void move(Object from, Object to) {
        var memory = MEMORIES.get(from);
        if (memory != null) {
            MEMORIES.computeIfAbsent(to, Memory::new).take(memory.copy());
        }
    }

    /**
     * Remembers beside the copy of an element, which shows what Hibernate set, what was typed into the original; and
     * whether that one was loaded.
     */
    static void carry(Object original, Object copy) {
        var from = MEMORIES.get(original);
        if (from != null) {
            MEMORIES.computeIfAbsent(copy, Memory::new).takeTyped(from.copy());
        }
    }

    private synchronized void takeTyped(Memory from) {
        touched = true;
        loaded = from.anyHandedOut() || Arrays.stream(from.slots).anyMatch(slot -> slot.stored() != null);
        adopted = !loaded;
        nulls = from.nulls.clone();
        for (Slot typed : from.slots) {
            var shown = find(typed.attribute());
            if (typed.typed() && shown != null && !shown.typed()) {
                put(shown.typedAs(typed));
            }
        }
    }

    private synchronized Memory copy() {
        var copy = new Memory();
        copy.slots = slots.clone();
        copy.nulls = nulls.clone();
        copy.names = names;
        copy.touched = touched;
        copy.loaded = loaded;
        copy.adopted = adopted;
        return copy;
    }

    private synchronized void take(Memory other) {
        slots = other.slots;
        nulls = other.nulls;
        names = other.names;
        touched = other.touched;
        loaded = other.loaded;
        adopted = other.adopted;
    }

    /** Whether any attribute of the instance was handed out by a load. */
    static boolean handedOut(Object owner) {
        var memory = MEMORIES.get(owner);
        return memory != null && memory.anyHandedOut();
    }

    private synchronized void touch(boolean byLoad) {
        if (!touched) {
            touched = true;
            loaded = byLoad;
        }
    }

    private synchronized boolean anyHandedOut() {
        return loaded || (!adopted && Arrays.stream(slots).anyMatch(slot -> slot.origin() != Origin.TYPED));
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
        touch(added.origin() != Origin.TYPED);
        if (added.origin() != Origin.TYPED && nulls.length > 0) {
            nulls = Arrays.stream(nulls)
                    .filter(attribute -> attribute != added.attribute())
                    .toArray(ProtectedAttribute[]::new);
        }
        for (int i = 0; i < slots.length; i++) {
            if (slots[i].attribute() == added.attribute()) {
                slots[i] = added;
                return;
            }
        }
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = added;
    }

    private synchronized boolean isNull(ProtectedAttribute attribute) {
        return (loaded || adopted) && Arrays.asList(nulls).contains(attribute);
    }

    private synchronized void putNull(ProtectedAttribute attribute) {
        if (!isNull(attribute)) {
            nulls = Arrays.copyOf(nulls, nulls.length + 1);
            nulls[nulls.length - 1] = attribute;
        }
    }

    private synchronized void drop(ProtectedAttribute attribute) {
        slots = Arrays.stream(slots)
                .filter(slot -> slot.attribute() != attribute)
                .toArray(Slot[]::new);
    }

    /** Value equality that looks into arrays and past a number's scale and a moment's zone, which columns do not keep. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal another) {
            return number.compareTo(another) == 0;
        }
        if (one instanceof OffsetDateTime moment && other instanceof OffsetDateTime another) {
            return moment.isEqual(another);
        }
        if (one instanceof ZonedDateTime moment && other instanceof ZonedDateTime another) {
            return moment.isEqual(another);
        }
        return one == other || Objects.deepEquals(one, other);
    }

    /** Equal for values that are {@link #same}, so that many can be looked up among many. */
    static @Nullable Object key(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.toInstant();
        }
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        return value != null && value.getClass().isArray() ? Arrays.deepToString(new Object[] {value}) : value;
    }
}
