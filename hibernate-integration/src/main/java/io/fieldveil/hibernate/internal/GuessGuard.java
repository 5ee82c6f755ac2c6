package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.event.spi.FlushEntityEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Before Hibernate compares an entity with its row: a value that equals the stored one would be no change to it, so that
 * somebody who may not see the value would learn whether he guessed it. It is refused as any other is.
 */
final class GuessGuard implements FlushEntityEventListener {

    private final transient ProtectedModel model;
    private final transient NewRows newRows;

    GuessGuard(ProtectedModel model, NewRows newRows) {
        this.model = model;
        this.newRows = newRows;
    }

    @Override
    public void onFlushEntity(FlushEntityEvent event) {
        refuse(event.getSession(), event.getEntity(), event.getEntityEntry(), false);
    }

    /** Refuses whatever was typed over a masked value, a right guess or a wrong one, without the permission. */
    void refuseTyped(EventSource session, Object entity, EntityEntry entry) {
        refuse(session, entity, entry, true);
    }

    private void refuse(EventSource session, Object entity, EntityEntry entry, boolean wrongOnes) {
        @Nullable Object[] stored = entry.getLoadedState();
        if (stored == null || entry.getStatus() != Status.MANAGED || !entry.isExistsInDatabase()) {
            return;
        }
        for (Place place : model.edges(entry.getPersister()).places()) {
            Object owner = place.attribute().masked() && place.isFetched(stored)
                    ? place.owner(entity, entry.getPersister())
                    : null;
            if (owner != null
                    && !isUntouched(place, owner)
                    && !newRows.contains(session, entity)
                    && isRefused(place, owner, place.sealed(stored), wrongOnes)) {
                throw Messages.maskedWrite(place.attribute().rule());
            }
        }
    }

    private static boolean isRefused(Place place, Object owner, @Nullable Object stored, boolean wrongOnes) {
        var attribute = place.attribute();
        return stored != null
                && !attribute.ignoresChanges()
                && !attribute.may(Access.WRITE, owner)
                && isGuess(place, owner, place.edge().outOf(owner), stored, wrongOnes);
    }

    /** Whether it shows nothing, or what was loaded, or what was typed into the instance and written with it. */
    private static boolean isUntouched(Place place, Object owner) {
        Object visible = place.edge().visible(owner);
        var slot = visible == null ? null : Memory.slot(owner, place.attribute());
        return visible == null
                || (slot != null
                        && slot.shows(visible)
                        && !slot.overCover()
                        && (slot.origin() != Memory.Origin.TYPED || Memory.same(slot.stored(), slot.sealed())));
    }

    /**
     * Whether it is the value itself; a mask that came back is none unless it is meant, and what is something else is
     * refused later.
     */
    private static boolean isGuess(Place place, Object owner, @Nullable Object now, Object stored, boolean wrongOnes) {
        var attribute = place.attribute();
        var slot = Memory.slot(owner, attribute);
        return now != null
                && !(now instanceof Posted)
                && (wrongOnes || Memory.same(attribute.open(now), attribute.open(stored)))
                && ((slot != null && slot.assigned()) || !attribute.isMaskOf(now, stored));
    }
}
