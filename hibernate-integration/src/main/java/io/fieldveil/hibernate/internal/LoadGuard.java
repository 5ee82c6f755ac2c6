package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.FieldveilRuntime;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.ClearEvent;
import org.hibernate.event.spi.ClearEventListener;
import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.InitializeCollectionEventListener;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.hibernate.event.spi.RefreshContext;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.event.spi.RefreshEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Before loads and refreshes: the persistence context's owner, and what a refreshed instance was remembered to show. */
final class LoadGuard
        implements PreLoadEventListener,
                LoadEventListener,
                RefreshEventListener,
                ClearEventListener,
                InitializeCollectionEventListener {

    private final ProtectedModel model;
    private final FieldveilRuntime runtime;

    LoadGuard(ProtectedModel model, FieldveilRuntime runtime) {
        this.model = model;
        this.runtime = runtime;
    }

    @Override
    public void onPreLoad(PreLoadEvent event) {
        check(event.getSession(), event.getPersister());
        // An instance that is loaded again shows what was loaded, whatever was typed into it.
        if (event.getEntity() != null) {
            Memory.forget(event.getEntity());
        }
    }

    @Override
    public void onLoad(LoadEvent event, LoadType loadType) {
        var metamodel = event.getSession().getFactory().getMappingMetamodel();
        check(event.getSession(), metamodel.getEntityDescriptor(event.getEntityClassName()));
    }

    /** Elements are shown when their collection is read, which may be later than its entity. */
    @Override
    public void onInitializeCollection(InitializeCollectionEvent event) {
        var entry = event.getSession().getPersistenceContextInternal().getCollectionEntry(event.getCollection());
        var persister = entry == null ? null : entry.getLoadedPersister();
        if (persister != null) {
            check(event.getSession(), persister.getOwnerEntityPersister());
        }
    }

    private void check(SharedSessionContractImplementor session, EntityPersister persister) {
        if (!model.edges(persister).isEmpty()) {
            ContextOwnership.check(session, runtime, persister.getEntityName());
        } else if (model.leadsToProtected(persister)) {
            ContextOwnership.checkOwned(session, runtime, persister.getEntityName());
        }
    }

    @Override
    public void onRefresh(RefreshEvent event) {
        forget(event);
    }

    @Override
    public void onRefresh(RefreshEvent event, RefreshContext refreshedAlready) {
        forget(event);
    }

    private void forget(RefreshEvent event) {
        if (!Hibernate.isInitialized(event.getObject())) {
            return; // it shows nothing yet, and asking it would load it once more
        }
        Object entity = Hibernate.unproxy(event.getObject());
        var entry = event.getSession().getPersistenceContextInternal().getEntry(entity);
        if (entry == null) {
            return;
        }
        check(event.getSession(), entry.getPersister());
        for (var place : model.edges(entry.getPersister()).places()) {
            Object owner = place.owner(entity, entry.getPersister());
            @Nullable Object[] stored = entry.getLoadedState();
            if (owner != null && stored != null && !place.isFetched(stored)) {
                Memory.forget(owner, place.attribute());
            } else if (owner != null && stored != null) {
                place.edge().discard(owner, place.sealed(stored));
            }
        }
    }

    @Override
    public void onClear(ClearEvent event) {
        ContextOwnership.release(event.getSession());
    }
}
