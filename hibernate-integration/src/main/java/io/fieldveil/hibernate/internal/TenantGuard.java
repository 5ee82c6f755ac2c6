package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import org.hibernate.collection.spi.AbstractPersistentCollection;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.AbstractPreDatabaseOperationEvent;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.event.spi.PreUpsertEvent;
import org.hibernate.event.spi.PreUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Before something encrypted is written: it is sealed for the tenant that the persistence context began with, and no
 * instance brings what was read for another one. A value of a wrong tenant would not open again.
 */
final class TenantGuard
        implements PersistEventListener,
                MergeEventListener,
                PreInsertEventListener,
                PreUpdateEventListener,
                PreUpsertEventListener,
                PreCollectionRecreateEventListener,
                PreCollectionUpdateEventListener {

    private final transient ProtectedModel model;
    private final transient FieldveilRuntime runtime;

    TenantGuard(ProtectedModel model, FieldveilRuntime runtime) {
        this.model = model;
        this.runtime = runtime;
    }

    @Override
    public void onPersist(PersistEvent event) {
        ContextOwnership.begin(event.getSession(), runtime);
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext createdAlready) {
        ContextOwnership.begin(event.getSession(), runtime);
    }

    @Override
    public void onMerge(MergeEvent event) {
        ContextOwnership.begin(event.getSession(), runtime);
    }

    @Override
    public void onMerge(MergeEvent event, MergeContext copiedAlready) {
        ContextOwnership.begin(event.getSession(), runtime);
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        check(event, event.getState(), null);
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        check(event, event.getState(), event.getOldState());
        return false;
    }

    @Override
    public boolean onPreUpsert(PreUpsertEvent event) {
        check(event, event.getState(), null);
        return false;
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        check(event);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        check(event);
    }

    private void check(
            AbstractPreDatabaseOperationEvent event, @Nullable Object[] state, @Nullable Object @Nullable [] old) {
        var written = model.edges(event.getPersister()).places().stream()
                .filter(place -> isWritten(place, state, old))
                .toList();
        if (written.stream().anyMatch(place -> place.attribute().sealing().encrypted())) {
            ContextOwnership.checkTenant(
                    event.getSession(), runtime, event.getPersister().getEntityName());
        }
        for (Place place : written) {
            place.requireTenant(place.owner(event.getEntity(), state));
            if (!place.isOwn()) {
                // The state of a new row holds copies of embeddables, which were made for whoever writes it.
                place.requireTenant(place.owner(event.getEntity(), event.getPersister()));
            }
        }
    }

    private static boolean isWritten(Place place, @Nullable Object[] state, @Nullable Object @Nullable [] old) {
        if (!place.isFetched(state)) {
            return false;
        }
        Object now = place.sealed(state);
        Object stored = old == null || !place.isFetched(old) ? null : place.sealed(old);
        return now != null && !Memory.same(PostedToken.unwrap(now), stored);
    }

    private void check(AbstractCollectionEvent event) {
        var collection = event.getCollectionPersister();
        model.elements(collection).ifPresent(place -> check(place, event, collection.getOwnerEntityPersister()));
    }

    private void check(ElementPlace place, AbstractCollectionEvent event, EntityPersister persister) {
        // An event of a stateless session has none, and fails where it is asked for it.
        var session = event.getCollection() instanceof AbstractPersistentCollection<?> some ? some.getSession() : null;
        if (session != null
                && place.attributes().stream().anyMatch(each -> each.sealing().encrypted())) {
            ContextOwnership.checkTenant(session, runtime, persister.getEntityName());
        }
        place.requireTenant(event.getCollection());
    }
}
