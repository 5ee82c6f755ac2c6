package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import org.hibernate.event.spi.AbstractPreDatabaseOperationEvent;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.event.spi.PreUpsertEvent;
import org.hibernate.event.spi.PreUpsertEventListener;
import org.jspecify.annotations.Nullable;

/** The last check before a row is written: no token, no mask, no change without permission. */
final class WriteGuard implements PreInsertEventListener, PreUpdateEventListener, PreUpsertEventListener {

    private final ProtectedModel model;
    private final NewRows newRows;

    WriteGuard(ProtectedModel model, NewRows newRows) {
        this.model = model;
        this.newRows = newRows;
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        boolean masked = false;
        for (Place place : model.edges(event.getPersister()).places()) {
            refusePosted(place, place.sealed(event.getState()), slot(place, event.getEntity(), event.getState()));
            written(place, event, event.getState());
            masked |= place.attribute().masked();
        }
        if (masked) {
            newRows.add(event.getSession(), event.getEntity());
        }
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        Object[] state = event.getState();
        @Nullable Object[] old = event.getOldState();
        boolean newRow = newRows.contains(event.getSession(), event.getEntity());
        for (Place place : model.edges(event.getPersister()).places()) {
            if (old == null || !place.isFetched(old)) {
                if (EnhancedReads.isWritten(event.getEntity(), place)) {
                    checkUnread(place, event.getEntity(), state, old == null);
                }
            } else if (newRow) {
                checkTyped(place, event.getEntity(), state, old);
            } else {
                checkChange(place, event.getEntity(), state, old);
            }
            written(place, event, state);
        }
        return false;
    }

    @Override
    public boolean onPreUpsert(PreUpsertEvent event) {
        for (Place place : model.edges(event.getPersister()).places()) {
            checkUnread(place, event.getEntity(), event.getState(), true);
        }
        return false;
    }

    /** Typing into a new entity needs no permission, and no mask of it was handed out. */
    private static void checkTyped(Place place, Object entity, @Nullable Object[] state, @Nullable Object[] old) {
        if (place.isFetched(state) && !isUnchanged(place, entity, state, place.sealed(old))) {
            refusePosted(place, place.sealed(state), slot(place, entity, state));
        }
    }

    /** Whether the value is the stored one, or its token, which is put back. */
    private static boolean isUnchanged(Place place, Object entity, @Nullable Object[] state, @Nullable Object stored) {
        Object now = place.sealed(state);
        if (now instanceof PostedToken token && stored != null && token.sealed().equals(stored)) {
            place.restore(entity, state, stored);
            return true;
        }
        return Memory.same(now, stored);
    }

    private static void checkChange(Place place, Object entity, @Nullable Object[] state, @Nullable Object[] old) {
        Object now = place.sealed(state);
        Object stored = stored(place, entity, state, place.sealed(old));
        if (isUnchanged(place, entity, state, stored)) {
            return;
        }
        var attribute = place.attribute();
        Object owner = place.owner(entity, state);
        if (!attribute.masked() || attribute.may(Access.WRITE, owner)) {
            var slot = slot(place, entity, state);
            refusePosted(place, now, slot);
            if (now != null
                    && stored != null
                    && attribute.masked()
                    && !assigned(slot)
                    && !handedOut(place, entity, state)
                    && attribute.isMaskOf(now, stored)) {
                throw Messages.ambiguousMask(attribute.rule());
            }
            return;
        }
        boolean maskCameBack = now != null
                && stored != null
                && !(now instanceof PostedToken)
                && !assigned(slot(place, entity, state))
                && attribute.isMaskOf(now, stored);
        boolean ignored = maskCameBack || attribute.ignoresChanges();
        if (ignored && owner != null) {
            place.edge().requireName(owner);
        }
        if (stored == null || !ignored || !place.restore(entity, state, stored)) {
            throw Messages.maskedWrite(attribute.rule());
        }
    }

    /**
     * What the row holds. When an entity that was read-only is made modifiable again, Hibernate takes what it holds then
     * for the stored state, and a change made meanwhile with it.
     */
    private static @Nullable Object stored(
            Place place, Object entity, @Nullable Object[] state, @Nullable Object snapshot) {
        if (!place.attribute().masked() || !Memory.same(place.sealed(state), snapshot)) {
            return snapshot;
        }
        var slot = slot(place, entity, state);
        return slot == null || slot.stored() == null ? snapshot : slot.stored();
    }

    /** Remembers what the row is to hold, also beside the live embeddable: the state of an insert holds a copy of it. */
    private static void written(Place place, AbstractPreDatabaseOperationEvent event, @Nullable Object[] state) {
        if (!place.attribute().masked()) {
            return;
        }
        Object written = place.owner(event.getEntity(), state);
        Object live = place.owner(event.getEntity(), event.getPersister());
        if (written != null) {
            place.edge().written(written);
        }
        if (live != null && live != written && Memory.same(sealedIn(live, place), sealedIn(written, place))) {
            place.edge().written(live);
        }
    }

    private static @Nullable Object sealedIn(@Nullable Object owner, Place place) {
        var slot = owner == null ? null : Memory.slot(owner, place.attribute());
        return slot == null ? null : slot.sealed();
    }

    /**
     * The row, or the attribute, is written without having been read: StatelessSession, upsert, a lazy attribute.
     *
     * @param mayBeLoaded whether the field can show what was loaded: not over a lazy attribute, which was not
     */
    private static void checkUnread(Place place, Object entity, @Nullable Object[] state, boolean mayBeLoaded) {
        if (!place.isFetched(state)) {
            return;
        }
        Object now = place.sealed(state);
        var attribute = place.attribute();
        var slot = slot(place, entity, state);
        if (mayBeLoaded && slot != null && slot.origin() != Memory.Origin.TYPED && Memory.same(slot.sealed(), now)) {
            return;
        }
        refusePosted(place, now, slot);
        if (!attribute.masked()) {
            return;
        }
        if (now == null && slot == null && wasNull(place, entity, state)) {
            return;
        }
        if (slot != null && now != null && !handedOut(place, entity, state) && Memory.same(slot.stored(), now)) {
            return; // it was written by this instance, and has not been changed since
        }
        boolean loadedHere = handedOut(place, entity, state)
                || Memory.handedOut(entity)
                || (place.isOwn() && EnhancedReads.isLoaded(entity));
        if (!attribute.may(Access.WRITE, place.owner(entity, state))) {
            throw loadedHere ? Messages.maskedWrite(attribute.rule()) : Messages.unverifiableMask(attribute.rule());
        }
        if (!assigned(slot) && !loadedHere && now != null && attribute.isOwnMask(attribute.open(now))) {
            throw Messages.unverifiableMask(attribute.rule());
        }
    }

    private static void refusePosted(Place place, @Nullable Object now, Memory.@Nullable Slot slot) {
        var attribute = place.attribute();
        if (now instanceof Posted posted) {
            throw posted.refusal(attribute.rule());
        }
        boolean mask = now != null && !attribute.sealing().encrypted() && attribute.isMarkedMask(now);
        if (mask && !assigned(slot)) {
            throw Messages.maskTyped(attribute.rule());
        }
    }

    private static Memory.@Nullable Slot slot(Place place, Object entity, @Nullable Object[] state) {
        Object owner = place.owner(entity, state);
        return owner == null ? null : Memory.slot(owner, place.attribute());
    }

    private static boolean assigned(Memory.@Nullable Slot slot) {
        return slot != null && slot.assigned();
    }

    private static boolean wasNull(Place place, Object entity, @Nullable Object[] state) {
        Object owner = place.owner(entity, state);
        return owner != null && Memory.wasNull(owner, place.attribute());
    }

    private static boolean handedOut(Place place, Object entity, @Nullable Object[] state) {
        Object owner = place.owner(entity, state);
        return owner != null && Memory.handedOut(owner);
    }
}
