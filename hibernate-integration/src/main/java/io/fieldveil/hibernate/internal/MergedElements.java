package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.hibernate.internal.EntityEdges.Place;
import org.jspecify.annotations.Nullable;

/**
 * After a merge, which makes new elements of those that it is given: what was typed into one counts as typed into the new
 * one, also if a row holds the same. Otherwise it would pass for what was handed out, and tell that the guess was right.
 */
final class MergedElements {

    private final ElementPlace place;

    MergedElements(ElementPlace place) {
        this.place = place;
    }

    void settle(@Nullable Object original, @Nullable Object result) {
        if (place.texts() != null || !ElementPlace.isRead(original) || !ElementPlace.isRead(result)) {
            return;
        }
        var merged = place.elements(result);
        place.elements(original).forEach((key, element) -> {
            Object made = merged.get(key);
            if (made != null && made != element) {
                place.places().forEach(attribute -> settle(attribute, element, made));
            }
        });
    }

    private static void settle(Place place, Object element, Object made) {
        var attribute = place.attribute();
        Object from = place.owner(element);
        Object to = place.owner(made);
        if (!attribute.masked() || from == null || to == null || attribute.may(Access.WRITE, to)) {
            return;
        }
        var slot = Memory.slot(from, attribute);
        var shown = Memory.slot(to, attribute);
        if (slot != null && shown != null && isTyped(slot) && Memory.same(slot.sealed(), shown.sealed())) {
            place.edge().retype(to, shown.sealed());
        }
    }

    private static boolean isTyped(Memory.Slot slot) {
        return slot.origin() == Memory.Origin.TYPED
                && (slot.overCover() || !Memory.same(slot.stored(), slot.sealed()));
    }
}
