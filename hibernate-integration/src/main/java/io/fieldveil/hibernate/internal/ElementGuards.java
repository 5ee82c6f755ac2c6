package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import java.util.Map;
import org.hibernate.collection.spi.AbstractPersistentCollection;
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
 * Has collections of embeddables looked at: in a session before an entity is compared with its row, where what the rows
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
        EntityEntry entry = event.getEntityEntry();
        // Hibernate itself refuses most changes to collections of a read-only entity; they are looked at all the same.
        if (entry.getStatus() != Status.MANAGED && entry.getStatus() != Status.READ_ONLY) {
            return;
        }
        @Nullable Object[] stored = entry.getLoadedState();
        for (ElementPlace place : model.edges(entry.getPersister()).elements()) {
            Object collection = place.collection(event.getEntity(), entry.getPersister());
            if (collection != null && ElementPlace.isRead(collection)) {
                Object before = stored == null ? collection : place.collection(stored);
                new ElementGuard(place, collection, before).check();
            }
        }
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        checkUnread(event, false);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        checkUnread(event, true);
    }

    private void checkUnread(AbstractCollectionEvent event, boolean update) {
        if (isOfSession(event)) {
            return;
        }
        var attribute = event.getCollectionPersister().getAttributeMapping();
        var owner = event.getCollectionPersister().getOwnerEntityPersister();
        for (ElementPlace place : model.edges(owner).elements()) {
            if (place.mapping().getNavigableRole().equals(attribute.getNavigableRole())) {
                var elements = place.elements(event.getCollection());
                if (place.texts() != null) {
                    // What was read here may be written again; into a new row, nothing but what was typed.
                    elements.entrySet().removeIf(each -> update && ElementTokens.find(each.getValue()) != null);
                    new TextElements(place, place.texts(), Map.of()).check(event.getCollection(), elements.values());
                }
                elements.values()
                        .forEach(element -> place.places().forEach(each -> checkUnread(each, element, update)));
            }
        }
    }

    /** An event of a stateless session has no session, and fails where it is asked for it. */
    private static boolean isOfSession(AbstractCollectionEvent event) {
        return event.getCollection() instanceof AbstractPersistentCollection<?> collection
                && collection.getSession() != null
                && collection.getSession().isEventSource();
    }

    private static void checkUnread(Place place, Object element, boolean update) {
        Object owner = place.owner(element);
        Object now = owner == null ? null : place.edge().outOf(owner);
        if (owner == null || now == null) {
            return;
        }
        var attribute = place.attribute();
        var slot = Memory.slot(owner, attribute);
        boolean shown = slot != null && slot.origin() != Memory.Origin.TYPED;
        if (shown) {
            return;
        }
        if (now instanceof Posted posted) {
            throw posted.refusal(attribute.rule());
        }
        if (!attribute.masked()) {
            return;
        }
        if (attribute.isMarkedMask(attribute.open(now))) {
            throw Messages.maskTyped(attribute.rule());
        }
        if (update && !attribute.may(Access.WRITE)) {
            throw Messages.unverifiableMask(attribute.rule());
        }
        if (update && !Memory.handedOut(owner) && attribute.isOwnMask(attribute.open(now))) {
            throw Messages.unverifiableMask(attribute.rule());
        }
    }
}
