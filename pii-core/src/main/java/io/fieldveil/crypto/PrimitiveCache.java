package io.fieldveil.crypto;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One primitive and its associated data for each tenant and domain: a call costs one look-up. */
final class PrimitiveCache<P> {

    private final Map<Scope, Bound<P>> bound = new ConcurrentHashMap<>();
    private final Function<Scope, P> load;

    PrimitiveCache(Function<Scope, P> load) {
        this.load = load;
    }

    Bound<P> get(String tenant, String domain) {
        var scope = new Scope(tenant, domain);
        var cached = bound.get(scope);
        return cached == null ? load(scope) : cached;
    }

    /** Outside of the map's locks, because it may wait for a database or a key service. */
    private Bound<P> load(Scope scope) {
        var loaded = new Bound<>(load.apply(scope), scope.associatedData());
        bound.put(scope, loaded);
        return loaded;
    }

    static final class Bound<P> {

        final P primitive;
        final byte[] associatedData;

        private Bound(P primitive, byte[] associatedData) {
            this.primitive = primitive;
            this.associatedData = associatedData;
        }
    }
}
