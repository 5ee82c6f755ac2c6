package io.fieldveil.hibernate.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.ClearEvent;
import org.hibernate.event.spi.ClearEventListener;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;

/**
 * The instances whose rows were inserted since the last flush ended: what was typed into them meanwhile was typed into a
 * new entity, although Hibernate writes it by an update. With generated keys the row is there as soon as it is persisted.
 */
final class NewRows implements FlushEventListener, AutoFlushEventListener, ClearEventListener {

    private final transient Map<SharedSessionContractImplementor, Set<Object>> inserted =
            Collections.synchronizedMap(new WeakHashMap<>());

    void add(SharedSessionContractImplementor session, Object entity) {
        if (!session.isEventSource()) {
            return; // a stateless session flushes nothing
        }
        inserted.computeIfAbsent(session, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(entity);
    }

    boolean contains(SharedSessionContractImplementor session, Object entity) {
        var entities = inserted.get(session);
        return entities != null && entities.contains(entity);
    }

    @Override
    public void onFlush(FlushEvent event) {
        inserted.remove(event.getSession());
    }

    /** Before a query, which flushes only if it has to. */
    @Override
    public void onAutoFlush(AutoFlushEvent event) {
        if (event.isFlushRequired()) {
            inserted.remove(event.getSession());
        }
    }

    @Override
    public void onClear(ClearEvent event) {
        inserted.remove(event.getSession());
    }
}
