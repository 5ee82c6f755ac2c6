package io.fieldveil.hibernate.internal;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.FieldveilRuntime;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * A persistence context belongs to the first access context that loads something protected in it. Its instances show
 * what that one may see, so that another one is refused rather than shown them. And it seals for one tenant: that one's,
 * or the one for which the first entity was persisted or merged in it.
 */
final class ContextOwnership {

    private static final Map<SharedSessionContractImplementor, Owner> OWNERS =
            Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<SharedSessionContractImplementor, String> TENANTS =
            Collections.synchronizedMap(new WeakHashMap<>());
    private static final ThreadLocal<@Nullable Last> LAST = new ThreadLocal<>();

    private record Last(WeakReference<SharedSessionContractImplementor> session, Owner owner) {}

    /** The owner until it is released, by whichever thread. */
    private static final class Owner {
        private final AccessContext context;
        private volatile boolean released;

        Owner(AccessContext context) {
            this.context = context;
        }
    }

    private ContextOwnership() {}

    static void check(SharedSessionContractImplementor session, FieldveilRuntime runtime, String entity) {
        HibernateTenants.check(session, runtime);
        check(session, runtime.currentContext(), entity);
    }

    private static void check(SharedSessionContractImplementor session, AccessContext current, String entity) {
        if (!session.isEventSource()) {
            return;
        }
        Last last = LAST.get();
        Owner owner;
        if (last != null && last.session().get() == session && !last.owner().released) {
            owner = last.owner();
        } else {
            owner = OWNERS.computeIfAbsent(session, key -> new Owner(current));
            LAST.set(new Last(new WeakReference<>(session), owner));
        }
        if (!owner.context.equals(current)) {
            throw Messages.otherContext(entity);
        }
    }

    /** Refuses another context where the persistence context belongs to someone already; it takes no possession of it. */
    static void checkOwned(SharedSessionContractImplementor session, FieldveilRuntime runtime, String entity) {
        if (OWNERS.containsKey(session)) {
            check(session, runtime, entity);
        }
    }

    /** Remembers for which tenant a persistence context got its first new or detached entity. */
    static void begin(SharedSessionContractImplementor session, FieldveilRuntime runtime) {
        TENANTS.computeIfAbsent(session, key -> runtime.currentContext().tenant());
    }

    /** Refuses another tenant than the one that the persistence context belongs to, or began with. */
    static void checkTenant(SharedSessionContractImplementor session, FieldveilRuntime runtime, String entity) {
        String current = runtime.currentContext().tenant();
        Owner owner = OWNERS.get(session);
        if ((owner != null && !owner.context.tenant().equals(current))
                || !TENANTS.getOrDefault(session, current).equals(current)) {
            throw Messages.otherContext(entity);
        }
    }

    /** A cleared persistence context shows nothing any more, so that it may belong to someone else. */
    static void release(SharedSessionContractImplementor session) {
        TENANTS.remove(session);
        Owner owner = OWNERS.remove(session);
        if (owner != null) {
            owner.released = true;
        }
        LAST.remove();
    }
}
