package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.collection.spi.PersistentCollection;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the elements of one collection before it is written: no token, no mask, no change of a masked attribute
 * without permission. Adding an element and removing one needs none, as with entities.
 */
final class ElementGuard {

    private final ElementPlace place;
    private final Object collection;
    private final Map<Object, Object> elements;
    private final Map<Object, Object> stored;
    private final boolean known;

    /**
     * @param before what the entity's rows are known to hold; null if it has none
     */
    ElementGuard(ElementPlace place, Object collection, @Nullable Object before) {
        this.place = place;
        this.collection = collection;
        elements = place.elements(collection);
        known = before == null || (before instanceof PersistentCollection<?> lazy && lazy.wasInitialized());
        // Without a key it was not read from rows: it wraps what the application made.
        stored = known && before instanceof PersistentCollection<?> read && read.getKey() != null
                ? place.elements(read.getStoredSnapshot())
                : Map.of();
    }

    void check() {
        if (place.texts() != null) {
            new TextElements(place, place.texts(), stored).check(collection, elements.values());
        }
        for (Place attribute : place.places()) {
            elements.forEach((key, element) -> {
                Object owner = attribute.owner(element);
                if (owner != null) {
                    check(attribute, key, owner);
                }
            });
        }
    }

    private void check(Place place, Object key, Object owner) {
        var attribute = place.attribute();
        Object now = place.edge().outOf(owner);
        if (now instanceof PostedToken token && isStored(place, token.sealed())) {
            place.edge().settle(owner, token.sealed());
            return;
        }
        if (now instanceof Posted posted && !(now instanceof PostedMask)) {
            throw posted.refusal(attribute.rule());
        }
        var slot = Memory.slot(owner, attribute);
        if (!attribute.masked() || isUntouched(place, slot, now)) {
            return;
        }
        place.edge().requireTenant(owner);
        if (attribute.may(Access.WRITE)) {
            checkPermitted(place, key, owner, now);
        } else {
            checkUnpermitted(place, key, owner, now);
        }
        Memory.written(owner, attribute);
    }

    /** Whether it shows what a row of this collection holds, or what was typed into it and written. */
    private boolean isUntouched(Place place, Memory.@Nullable Slot slot, @Nullable Object now) {
        if (slot == null || now == null) {
            return now == null && slot == null;
        }
        return !slot.overCover()
                && (slot.origin() == Memory.Origin.TYPED
                        ? Memory.same(slot.stored(), slot.sealed())
                        : isStored(place, now));
    }

    private boolean isStored(Place place, Object sealed) {
        return storedValues(place).stream().anyMatch(value -> Memory.same(value, sealed));
    }

    private List<Object> storedValues(Place place) {
        return stored.values().stream()
                .map(element -> sealed(place, element))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Object sealed(Place place, @Nullable Object element) {
        Object owner = element == null ? null : place.owner(element);
        return owner == null ? null : place.edge().outOf(owner);
    }

    /** Whoever sees the values may type any, but a mask that came back from somewhere is none. */
    private void checkPermitted(Place place, Object key, Object owner, @Nullable Object now) {
        var attribute = place.attribute();
        if (now == null) {
            return;
        }
        boolean fromElsewhere = !isShownHere(place, owner);
        if (fromElsewhere && !masked(place, key, now).isEmpty()) {
            throw Messages.ambiguousMask(attribute.rule());
        }
        if (now instanceof PostedMask || attribute.isMarkedMask(attribute.open(now))) {
            throw Messages.maskTyped(attribute.rule());
        }
        if (!known && fromElsewhere && attribute.isOwnMask(attribute.open(now))) {
            throw Messages.unverifiableMask(attribute.rule());
        }
    }

    private void checkUnpermitted(Place place, Object key, Object owner, @Nullable Object now) {
        var attribute = place.attribute();
        var slot = Memory.slot(owner, attribute);
        if (now == null || (slot != null && slot.overCover())) {
            if (slot != null) {
                throw Messages.maskedWrite(attribute.rule());
            }
            return;
        }
        List<Object> behind = masked(place, key, now);
        if (behind.size() == 1) {
            place.edge().settle(owner, behind.get(0));
            return;
        }
        if (behind.size() > 1) {
            throw Messages.sharedMask(attribute.rule());
        }
        if (now instanceof PostedMask || attribute.isMarkedMask(attribute.open(now))) {
            throw Messages.maskTyped(attribute.rule());
        }
        if (!known) {
            throw Messages.unverifiableMask(attribute.rule());
        }
        boolean own = slot != null && slot.stored() != null && !Memory.handedOut(owner);
        if (!own && this.place.isIndexed() && isReplaced(key, owner)) {
            Object kept = attribute.ignoresChanges() ? sealed(place, stored.get(key)) : null;
            if (kept == null) {
                throw Messages.maskedWrite(attribute.rule());
            }
            place.edge().settle(owner, kept);
        }
    }

    /** Whether the instance itself was loaded with this collection, and typed into since. */
    private boolean isShownHere(Place place, Object owner) {
        var slot = Memory.slot(owner, place.attribute());
        return Memory.handedOut(owner) && (slot == null || slot.origin() == Memory.Origin.TYPED);
    }

    /** The different stored values that a value is the mask of: of the row whose place it takes, or of any. */
    private List<Object> masked(Place place, Object key, Object now) {
        var attribute = place.attribute();
        Object same = this.place.isIndexed() ? sealed(place, stored.get(key)) : null;
        if (same != null && attribute.isMaskOf(now, same)) {
            return List.of(same);
        }
        var values = new ArrayList<Object>();
        for (Object value : storedValues(place)) {
            if (attribute.isMaskOf(now, value)
                    && values.stream().noneMatch(each -> Memory.same(attribute.open(each), attribute.open(value)))) {
                values.add(value);
            }
        }
        return values;
    }

    /** Whether a row's element is gone, and another one stands in its place: that is a change of the row. */
    private boolean isReplaced(Object key, Object owner) {
        Object before = stored.get(key);
        return before != null
                && elements.values().stream()
                        .filter(element -> place.places().stream().noneMatch(each -> each.owner(element) == owner))
                        .noneMatch(element -> corresponds(element, before));
    }

    private boolean corresponds(Object element, Object before) {
        return place.places().stream()
                .allMatch(each -> Memory.same(
                        PostedToken.unwrap(orNothing(sealed(each, element))), orNothing(sealed(each, before))));
    }

    private static Object orNothing(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
