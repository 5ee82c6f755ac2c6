package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.ElementPart.ElementPosition;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * After a merge: a mask that came back with an instance that was not loaded here is no change, or, for someone who may
 * see the value, a question that has to be answered.
 */
final class MergeSettlement implements MergeEventListener {

    private final ProtectedModel model;
    private final NewRows newRows;

    MergeSettlement(ProtectedModel model, NewRows newRows) {
        this.model = model;
        this.newRows = newRows;
    }

    @Override
    public void onMerge(MergeEvent event) {
        settle(event);
    }

    @Override
    public void onMerge(MergeEvent event, MergeContext copiedAlready) {
        settle(event);
    }

    private void settle(MergeEvent event) {
        Object result = event.getResult();
        Object original = event.getOriginal() == null ? null : Hibernate.unproxy(event.getOriginal());
        if (result == null || original == null || result == original) {
            return;
        }
        EntityEntry entry = event.getSession().getPersistenceContextInternal().getEntry(result);
        if (entry == null) {
            return;
        }
        var edges = model.edges(entry.getPersister());
        if (edges.isEmpty()) {
            return;
        }
        var persister = entry.getPersister();
        var source = new Side(original, persister, persister.getValues(original));
        var merged = new Side(result, persister, persister.getValues(result));
        requireTenant(edges, source);
        edges.places().forEach(place -> carryAssigned(place, source, merged));
        edges.elements().forEach(place -> carryElements(place, source, merged));
        fetchWhatWasMergedOver(event, entry, edges, merged.state());
        boolean stored = entry.isExistsInDatabase() && !newRows.contains(event.getSession(), result);
        if (entry.getLoadedState() == null || !stored) {
            return;
        }
        for (Place place : edges.places()) {
            settle(place, new Merge(source, merged, new Side(result, persister, entry.getLoadedState())));
        }
    }

    /** The result shows what was copied to whoever merges, and knows nothing of the tenant that it came from. */
    private static void requireTenant(EntityEdges edges, Side original) {
        for (Place place : edges.places()) {
            place.requireTenant(place.owner(original.instance(), original.state()));
        }
        for (ElementPlace place : edges.elements()) {
            Object collection = place.collection(original.instance(), original.persister());
            if (ElementPlace.isRead(collection)) {
                place.requireTenant(collection);
            }
        }
    }

    /**
     * Reads what the row holds of lazy attributes that were not loaded, and were merged over: without it, what came back
     * could be told neither from a change nor from what was loaded.
     */
    private static void fetchWhatWasMergedOver(
            MergeEvent event, EntityEntry entry, EntityEdges edges, @Nullable Object[] merged) {
        @Nullable Object[] loaded = entry.getLoadedState();
        if (loaded == null
                || edges.places().stream().noneMatch(place -> place.isFetched(merged) && !place.isFetched(loaded))) {
            return;
        }
        @Nullable Object[] stored = entry.getPersister().getDatabaseSnapshot(entry.getId(), event.getSession());
        for (Place place : edges.places()) {
            if (stored != null && place.isFetched(merged) && !place.isFetched(loaded)) {
                loaded[place.position()] = stored[place.position()];
            }
        }
    }

    /** An instance with the state that Hibernate holds of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Side(
            Object instance,
            EntityPersister persister,
            @Nullable Object[] state) {}

    private record Merge(Side original, Side result, Side stored) {}

    /** What was meant on the original is meant on the result. */
    private static void carryAssigned(Place place, Side original, Side result) {
        if (!place.isFetched(result.state())) {
            return;
        }
        Object from = place.owner(original.instance(), original.state());
        Object to = place.owner(result.instance(), result.state());
        var slot = from == null ? null : Memory.slot(from, place.attribute());
        Object sealed = place.sealed(result.state());
        if (slot != null && slot.assigned() && to != null && sealed != null && Memory.same(slot.sealed(), sealed)) {
            place.edge().confirm(to, sealed);
        }
    }

    /** The elements are copies of the original's, of which nothing is known but what was copied. */
    private static void carryElements(ElementPlace place, Side original, Side result) {
        Object from = place.collection(original.instance(), original.persister());
        Object to = place.collection(result.instance(), result.persister());
        if (to == null || from == to || !ElementPlace.isRead(from) || !ElementPlace.isRead(to)) {
            return;
        }
        var originals = place.elements(from);
        place.elements(to).forEach((key, copy) -> {
            Object element = originals.get(key);
            if (element != null && element != copy) {
                place.places().forEach(each -> carry(each.owner(element), each.owner(copy)));
            } else if (element != null) {
                showAgain(place, new ElementPosition(to, key), element);
            }
        });
    }

    /** A text is the same instance in both, and shows what whoever loaded the original might see. */
    private static void showAgain(ElementPlace place, ElementPosition position, Object text) {
        for (ElementPart part : place.parts()) {
            Object sealed = part instanceof TextPart ? ElementTexts.shownToAnother(text, part.attribute()) : null;
            if (sealed != null) {
                part.settle(position, text, sealed);
            }
        }
    }

    private static void carry(@Nullable Object original, @Nullable Object copy) {
        if (original != null && copy != null) {
            Memory.carry(original, copy);
        }
    }

    private static void settle(Place place, Merge merge) {
        var attribute = place.attribute();
        if (!place.isFetched(merge.result().state())
                || !place.isFetched(merge.stored().state())) {
            return; // what is typed over it is checked when it is written
        }
        Object now = place.sealed(merge.result().state());
        Object stored = place.sealed(merge.stored().state());
        if (!attribute.masked() || now == null || stored == null || now instanceof PostedToken) {
            return;
        }
        Object from = place.owner(merge.original().instance(), merge.original().state());
        var slot = from == null ? null : Memory.slot(from, attribute);
        boolean assigned = slot != null && slot.assigned();
        boolean foreign = from == null || !Memory.handedOut(from);
        boolean same = Memory.same(now, stored);
        Object to = place.owner(merge.result().instance(), merge.result().state());
        boolean mayWrite = attribute.may(Access.WRITE, to);
        boolean known =
                slot != null && !slot.overCover() && (slot.origin() != Memory.Origin.TYPED || isWritten(slot, stored));
        if (same && (known || mayWrite || !isCovered(place, merge.result()))) {
            return;
        }
        if (!assigned && foreign && attribute.isMaskOf(now, stored)) {
            if (attribute.may(Access.READ, to)) {
                throw Messages.ambiguousMask(attribute.rule());
            }
            putBack(place, merge, stored);
        } else if (same || (!(now instanceof Posted) && Memory.same(attribute.open(now), attribute.open(stored)))) {
            if (!mayWrite && !attribute.ignoresChanges()) {
                // Refused like any other change: passing would tell that the guess was right.
                throw Messages.maskedWrite(attribute.rule());
            }
            putBack(place, merge, stored);
        }
    }

    /** Whether the instance shows a mask or a token instead of the value. */
    private static boolean isCovered(Place place, Side side) {
        Object owner = place.owner(side.instance(), side.state());
        var slot = owner == null ? null : Memory.slot(owner, place.attribute());
        return slot != null && slot.origin() == Memory.Origin.COVERED;
    }

    /** Whether the stored value was written by the instance itself. */
    private static boolean isWritten(Memory.@Nullable Slot slot, Object stored) {
        return slot != null && Memory.same(slot.stored(), stored);
    }

    private static void putBack(Place place, Merge merge, Object stored) {
        place.show(merge.result().instance(), merge.result().persister(), stored);
    }
}
