package io.fieldveil.hibernate.internal;

import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.collection.spi.AbstractPersistentCollection;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.event.spi.FlushEntityEventListener;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Has collections looked at: in a session before an entity is compared with its row, where what the rows
 * hold is still known; in a stateless one, which knows nothing of it, before they are written.
 */
final class ElementGuards
        implements FlushEntityEventListener, PreCollectionRecreateEventListener, PreCollectionUpdateEventListener {

    private final transient ProtectedModel model;

    ElementGuards(ProtectedModel model) {
        this.model = model;
    }

    @Override
    public void onFlushEntity(FlushEntityEvent event) {
        forEach(event.getEntity(), event.getEntityEntry(), ElementGuard::check);
    }

    /** Refuses whatever was typed over a masked value, a right guess or a wrong one, without the permission. */
    void refuseTyped(Object entity, EntityEntry entry) {
        forEach(entity, entry, ElementGuard::refuseTyped);
    }

    private void forEach(Object entity, EntityEntry entry, Consumer<ElementGuard> look) {
        // Hibernate itself refuses most changes to collections of a read-only entity; they are looked at all the same.
        if (entry.getStatus() != Status.MANAGED && entry.getStatus() != Status.READ_ONLY) {
            return;
        }
        @Nullable Object[] loaded = entry.getLoadedState();
        for (ElementPlace place : model.edges(entry.getPersister()).elements()) {
            Object collection = place.collection(entity, entry.getPersister());
            if (collection != null && ElementPlace.isRead(collection)) {
                Object before = loaded == null ? collection : place.collection(loaded);
                look.accept(new ElementGuard(place, collection, rows(place, before)));
            }
        }
    }

    /** What the rows hold; null if that was not read. */
    private static @Nullable Map<Object, Object> rows(ElementPlace place, @Nullable Object before) {
        if (before == null) {
            return Map.of();
        }
        return before instanceof PersistentCollection<?> read && read.wasInitialized()
                ? ElementGuard.rows(place, read)
                : null;
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        check(event, false);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        check(event, true);
    }

    private void check(AbstractCollectionEvent event, boolean update) {
        model.elements(event.getCollectionPersister()).ifPresent(place -> check(place, event, update));
    }

    private static void check(ElementPlace place, AbstractCollectionEvent event, boolean update) {
        PersistentCollection<?> collection = event.getCollection();
        if (!isOfSession(event)) {
            var stored = update ? unreadRows(place, event) : Map.<Object, Object>of();
            new ElementGuard(place, collection, stored).check();
        } else if (isChangedSince(place, collection)) {
            new ElementGuard(place, collection, rows(place, collection)).check();
        }
    }

    /** Whether a callback or an interceptor, which come after the entity was looked at, changed a masked value since. */
    private static boolean isChangedSince(ElementPlace place, Object collection) {
        return place.elements(collection).values().stream()
                .anyMatch(element -> place.parts().stream()
                        .filter(part -> part.attribute().masked())
                        .anyMatch(part -> isChangedSince(part, part.owner(element))));
    }

    private static boolean isChangedSince(ElementPart part, @Nullable Object owner) {
        Object now = owner == null ? null : part.outOf(owner);
        if (owner == null || now == null) {
            return false;
        }
        var slot = Memory.slot(owner, part.attribute());
        return slot == null || !Memory.same(slot.row(), now);
    }

    /** What a collection was read with, if it was read from the rows that it is written to. */
    private static @Nullable Map<Object, Object> unreadRows(ElementPlace place, AbstractCollectionEvent event) {
        PersistentCollection<?> collection = event.getCollection();
        boolean read = event.getCollectionPersister().getRole().equals(collection.getRole())
                && collection.getKey() != null
                && collection.getKey().equals(event.getAffectedOwnerIdOrNull());
        return read ? ElementGuard.rows(place, collection) : null;
    }

    /** An event of a stateless session has no session, and fails where it is asked for it. */
    private static boolean isOfSession(AbstractCollectionEvent event) {
        return event.getCollection() instanceof AbstractPersistentCollection<?> collection
                && collection.getSession() != null
                && collection.getSession().isEventSource();
    }
}
