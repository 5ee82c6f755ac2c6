package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.Access;
import io.fieldveil.access.AttributeRule;
import io.fieldveil.hibernate.internal.ElementPart.ElementPosition;
import java.util.Map;
import org.hibernate.collection.spi.PersistentCollection;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the elements of one collection before it is written: no token, no mask, no change of a masked value without
 * permission. Adding an element and removing one needs none, as with entities.
 */
final class ElementGuard {

    private final ElementPlace place;
    private final Object collection;
    private final Map<Object, Object> elements;
    private final Map<Object, Object> stored;
    private final boolean known;
    private final ElementMatches matches;

    /** @param stored what the owner's rows hold; null if that is not known */
    ElementGuard(ElementPlace place, Object collection, @Nullable Map<Object, Object> stored) {
        this.place = place;
        this.collection = collection;
        this.stored = stored == null ? Map.of() : stored;
        known = stored != null;
        elements = place.elements(collection);
        matches = new ElementMatches(place, elements, this.stored);
    }

    /** What the rows of a collection held when it was read; nothing if it wraps what the application made. */
    static Map<Object, Object> rows(ElementPlace place, PersistentCollection<?> read) {
        return read.getKey() == null ? Map.of() : place.elements(read.getStoredSnapshot());
    }

    /** Before it is written. */
    void check() {
        if (place.texts() != null) {
            new TextElements(place, place.texts(), stored).check(collection, elements.values());
        }
        look(true);
    }

    /** Where nothing is going to be written. */
    void refuseTyped() {
        look(false);
    }

    @SuppressWarnings("ReferenceEquality") // a text that was typed and written stands in the snapshot itself
    private void look(boolean writing) {
        for (ElementPart part : place.parts()) {
            elements.forEach((key, element) -> {
                Object row = matches.of(key);
                Object owner = part.owner(element);
                boolean looked =
                        row != element && check(part, key, owner, row == null ? null : matches.sealed(part, row));
                if (looked && writing && owner != null) {
                    Memory.written(owner, part.attribute());
                }
            });
        }
    }

    /** Whether it was changed, and may be. */
    private boolean check(ElementPart part, Object key, @Nullable Object owner, @Nullable Object before) {
        var attribute = part.attribute();
        if (owner == null) {
            if (before != null && attribute.masked() && !attribute.may(Access.WRITE)) {
                throw Messages.maskedWrite(attribute.rule()); // the embeddable that had it is gone
            }
            return false;
        }
        Object now = part.outOf(owner);
        if (now instanceof PostedToken token && matches.isStored(part, token.sealed())) {
            part.settle(new ElementPosition(collection, key), owner, token.sealed());
            return false;
        }
        if (now instanceof Posted posted && !(now instanceof PostedMask)) {
            var refusal = posted.refusal(attribute.rule());
            throw known || !(now instanceof PostedToken) ? refusal : Messages.unread(refusal, attribute.rule());
        }
        if (!attribute.masked() || isUntouched(part, owner, now, before)) {
            return false;
        }
        attribute.requireTenant(owner);
        if (attribute.may(Access.WRITE)) {
            checkPermitted(part, key, owner, now, before);
        } else {
            checkUnpermitted(part, key, owner, now, before);
        }
        return true;
    }

    /** Whether it shows what its row holds, or what was typed into it and written; or moved here with what it shows. */
    private boolean isUntouched(ElementPart part, Object owner, @Nullable Object now, @Nullable Object before) {
        if (now == null) {
            return before == null;
        }
        var slot = Memory.slot(owner, part.attribute());
        if (slot == null || slot.overCover()) {
            return false;
        }
        if (!Memory.same(slot.row(), now)) {
            return false;
        }
        return before == null ? known || slot.typed() : Memory.same(before, now);
    }

    /** Whoever sees the values may type any, but a mask that came back from somewhere is none. */
    private void checkPermitted(
            ElementPart part, Object key, Object owner, @Nullable Object now, @Nullable Object before) {
        var attribute = part.attribute();
        var slot = Memory.slot(owner, attribute);
        if (now == null || (slot != null && slot.assigned())) {
            return;
        }
        boolean fromElsewhere = !Memory.handedOut(owner) || (slot != null && !slot.typed());
        boolean same =
                before != null && !(now instanceof Posted) && Memory.same(attribute.open(now), attribute.open(before));
        if (fromElsewhere && !same && before != null && attribute.isMaskOf(now, before)) {
            throw Messages.ambiguousMask(attribute.rule());
        }
        if (fromElsewhere && !same && matches.isAmbiguous(key, part, now)) {
            throw Messages.sharedMask(attribute.rule(), part instanceof TextPart);
        }
        if (now instanceof PostedMask || attribute.isMarkedMask(attribute.open(now))) {
            throw maskTyped(attribute.rule());
        }
        if (!known && fromElsewhere && attribute.isOwnMask(attribute.open(now))) {
            throw Messages.unverifiableMask(attribute.rule());
        }
    }

    private void checkUnpermitted(
            ElementPart part, Object key, Object owner, @Nullable Object now, @Nullable Object before) {
        var attribute = part.attribute();
        var slot = Memory.slot(owner, attribute);
        boolean assigned = slot != null && slot.assigned();
        if (now != null && !assigned) {
            if (matches.isAmbiguous(key, part, now)) {
                throw Messages.sharedMask(attribute.rule(), part instanceof TextPart);
            }
            if (before != null && attribute.isMaskOf(now, before)) {
                part.settle(new ElementPosition(collection, key), owner, before);
                return;
            }
            if (now instanceof PostedMask || attribute.isMarkedMask(attribute.open(now))) {
                throw maskTyped(attribute.rule());
            }
        }
        if (before == null) {
            boolean overNull = now != null && matches.of(key) != null && !isOwn(part, key, owner, before);
            if (overNull) {
                throw Messages.maskedWrite(attribute.rule());
            }
            checkNew(part, owner, now);
        } else if (!isOwn(part, key, owner, before)) {
            // Dropped, the stored value would stand beside the rest of something else.
            if (!attribute.ignoresChanges() || matches.isReplacing(key)) {
                throw Messages.maskedWrite(attribute.rule());
            }
            part.settle(new ElementPosition(collection, key), owner, before);
        }
    }

    private FieldveilException maskTyped(AttributeRule rule) {
        var refusal = Messages.maskTyped(rule);
        return known ? refusal : Messages.unread(refusal, rule);
    }

    private void checkNew(ElementPart part, Object owner, @Nullable Object now) {
        var slot = Memory.slot(owner, part.attribute());
        if (slot != null && slot.overCover()) {
            throw Messages.maskedWrite(part.attribute().rule());
        }
        if (now != null && !known) {
            throw Messages.unverifiableMask(part.attribute().rule());
        }
    }

    /** Whether somebody typed the value that he changes now, into this very element, and has not been shown a mask of it. */
    private boolean isOwn(ElementPart part, Object key, Object owner, @Nullable Object before) {
        if (part instanceof TextPart) {
            Object row = matches.of(key);
            return row != null && !ElementTexts.isHandedOut(row);
        }
        var slot = Memory.slot(owner, part.attribute());
        return slot != null
                && slot.stored() != null
                && (before == null || Memory.same(slot.stored(), before))
                && !Memory.handedOut(owner);
    }
}
