package io.fieldveil.hibernate.internal;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a value beside an object for as long as the object lives. Keys count by identity; thread-safe. */
final class WeakIdentityMap<V> {

    private final ConcurrentHashMap<Object, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

    @Nullable
    V get(Object owner) {
        return values.get(new Probe(owner));
    }

    V computeIfAbsent(Object owner, Supplier<V> value) {
        V present = get(owner);
        if (present != null) {
            return present;
        }
        expunge();
        return values.computeIfAbsent(new Key(owner, dead), key -> value.get());
    }

    void put(Object owner, V value) {
        expunge();
        values.put(new Key(owner, dead), value);
    }

    void remove(Object owner) {
        values.remove(new Probe(owner));
    }

    int size() {
        expunge();
        return values.size();
    }

    private void expunge() {
        for (Reference<?> key = dead.poll(); key != null; key = dead.poll()) {
            values.remove(key);
        }
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object owner, ReferenceQueue<Object> queue) {
            super(owner, queue);
            hash = System.identityHashCode(owner);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object owner = get();
            return owner != null
                    && ((other instanceof Probe probe && probe.owner == owner)
                            || (other instanceof Key key && key.get() == owner));
        }
    }

    private static final class Probe {
        private final Object owner;

        Probe(Object owner) {
            this.owner = owner;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(owner);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.get() == owner;
        }
    }
}
