package io.fieldveil.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * One primitive and its associated data for each tenant and domain that was used lately: a call costs one look-up. What
 * does not fit is forgotten and loaded anew when it is needed.
 */
final class PrimitiveCache<P> {

    private final Cache<Scope, Bound<P>> bound;
    private final Function<Scope, P> load;

    PrimitiveCache(int size, Function<Scope, P> load) {
        // On the caller's thread: no pool of threads outlives whoever uses this.
        bound = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
        this.load = load;
    }

    Bound<P> get(String tenant, String domain) {
        var scope = new Scope(tenant, domain);
        var cached = bound.getIfPresent(scope);
        return cached == null ? load(scope) : cached;
    }

    /** Outside of the cache's locks, because it may wait for a database or a key service. */
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
