package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.EntityEdges.Place;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Before Envers copies an updated row: it loads lazy attributes that were not fetched, and would take what their fields
 * show then for what the row holds. To be loaded only where Envers is.
 */
final class UnfetchedCopies implements PostUpdateEventListener {

    private final transient ProtectedModel model;
    private final transient EnversService envers;

    private UnfetchedCopies(ProtectedModel model, EnversService envers) {
        this.model = model;
        this.envers = envers;
    }

    static void listen(EventListenerRegistry registry, ProtectedModel model, ServiceRegistry services) {
        var envers = services.getService(EnversService.class);
        if (envers != null && envers.isEnabled() && envers.isInitialized()) {
            registry.getEventListenerGroup(EventType.POST_UPDATE).prependListener(new UnfetchedCopies(model, envers));
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        EntityPersister persister = event.getPersister();
        if (!envers.getEntitiesConfigurations().isVersioned(persister.getEntityName())) {
            return;
        }
        @Nullable Object[] state = event.getState();
        @Nullable Object[] old = event.getOldState();
        for (Place place : model.edges(persister).places()) {
            if (!place.isFetched(state)) {
                EnhancedReads.fetch(event.getEntity(), place.root());
                state[place.position()] = persister.getValue(event.getEntity(), place.position());
                if (old != null) {
                    old[place.position()] = state[place.position()];
                }
            }
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
