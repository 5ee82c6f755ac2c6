package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import io.fieldveil.access.AccessContext;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The edge between one attribute's field and what Hibernate holds of it. What was handed out is remembered beside the
 * instance, so that an untouched field goes back as the sealed value that it came from.
 */
final class AttributeEdge {

    private final ProtectedAttribute attribute;
    private final Function<Object, @Nullable Object> field;
    private final BiConsumer<Object, @Nullable Object> setField;

    AttributeEdge(
            ProtectedAttribute attribute,
            Function<Object, @Nullable Object> field,
            BiConsumer<Object, @Nullable Object> setField) {
        this.attribute = attribute;
        this.field = field;
        this.setField = setField;
    }

    ProtectedAttribute attribute() {
        return attribute;
    }

    /** What the field shows. */
    @Nullable
    Object visible(Object owner) {
        return field.apply(owner);
    }

    /** From the entity to Hibernate. */
    @Nullable
    Object outOf(Object owner) {
        Object shown = field.apply(owner);
        var slot = Memory.slot(owner, attribute);
        if (slot != null && attribute.runtime().hasTenants() && isOfAnotherTenant(slot)) {
            throw Messages.otherContext(attribute.rule().entity());
        }
        if (slot != null && slot.shows(shown)) {
            return slot.sealed();
        }
        if (slot != null && attribute.ignoresChanges() && isClosed(slot)) {
            settle(owner, slot.sealed());
            return slot.sealed();
        }
        if (shown == null) {
            if (attribute.masked()) {
                Memory.takeNull(owner);
            }
            return null;
        }
        if (slot == null && attribute.masked() && Memory.isCover(owner, attribute, shown)) {
            throw Messages.maskTyped(attribute.rule());
        }
        if (slot != null && isOfAnotherTenant(slot)) {
            throw Messages.otherContext(attribute.rule().entity());
        }
        Object sealed = attribute.seal(shown);
        if (!(sealed instanceof Posted)) {
            Memory.typed(owner, attribute, shown, sealed, context(), false);
        }
        return sealed;
    }

    /** Whether what is typed now would be sealed with other keys than the value that it replaces. */
    private boolean isOfAnotherTenant(Memory.Slot slot) {
        AccessContext reader = slot.reader();
        return attribute.sealing().encrypted()
                && reader != null
                && !reader.tenant().equals(context().tenant());
    }

    /** Whether the value was shown as a mask, and the context may not change it. */
    private boolean isClosed(Memory.Slot slot) {
        return slot.origin() == Memory.Origin.COVERED && attribute.masked() && !attribute.may(Access.WRITE);
    }

    /** From Hibernate to the entity. */
    void into(Object owner, @Nullable Object sealed) {
        if (sealed == null) {
            // A null that stands there already was typed, and is written back: what it replaced is not forgotten.
            if (field.apply(owner) != null) {
                Memory.forget(owner, attribute);
            }
            Memory.handOut(owner);
            setField.accept(owner, null);
            return;
        }
        var slot = Memory.slot(owner, attribute);
        if (slot != null && slot.visible() != null && stillShows(slot, PostedToken.unwrap(sealed))) {
            setField.accept(owner, MutableValues.copy(slot.visible()));
            return;
        }
        if (sealed instanceof Posted posted) {
            Memory.forget(owner, attribute);
            setField.accept(owner, posted.shown());
            return;
        }
        show(owner, sealed);
    }

    /**
     * Whether the value that Hibernate sets is the one that the field shows already. What was typed stays in view while
     * Hibernate writes its own state back, which is the very object that it was given; an equal one was loaded anew.
     */
    private boolean stillShows(Memory.Slot slot, Object sealed) {
        boolean sameReader = context().equals(slot.reader());
        if (slot.origin() != Memory.Origin.TYPED) {
            return sameReader && Memory.same(slot.sealed(), sealed);
        }
        // What the row is not known to hold was not loaded, whoever typed it: it must not pass for what was.
        return slot.sealed() == sealed && (sameReader || !Memory.same(slot.stored(), sealed));
    }

    /** Shows a sealed value as the current context may see it. */
    void show(Object owner, Object sealed) {
        show(owner, sealed, attribute.read(sealed));
    }

    /** Shows the plaintext of an attribute whose disclosure was recorded. */
    void reveal(Object owner, Object sealed) {
        show(owner, sealed, attribute.reveal(sealed));
    }

    private void show(Object owner, Object sealed, ProtectedAttribute.Reading reading) {
        setField.accept(owner, reading.visible());
        Memory.shown(owner, attribute, reading.visible(), sealed, reading.origin(), context());
    }

    /** Puts a value into the field and remembers that it is meant, even if it looks like a mask. */
    void assign(Object owner, @Nullable Object value) {
        setField.accept(owner, value);
        if (value == null) {
            return;
        }
        Object sealed = attribute.sealing().seal(value);
        if (sealed instanceof Unsealable unsealable) {
            throw unsealable.refusal(attribute.rule());
        }
        Memory.typed(owner, attribute, value, sealed, context(), true);
    }

    /** Remembers that what the field shows is meant, as its twin's was before a merge. */
    void confirm(Object owner, Object sealed) {
        Object shown = field.apply(owner);
        if (shown != null) {
            Memory.typed(owner, attribute, shown, sealed, context(), true);
        }
    }

    /** Remembers that what the field shows stands for a stored value: nothing was changed. */
    void settle(Object owner, Object sealed) {
        Memory.shown(owner, attribute, field.apply(owner), sealed, Memory.Origin.COVERED, context());
    }

    /** Before a refresh: whatever the field shows is no change, and is not kept in view. */
    void discard(Object owner, @Nullable Object stored) {
        if (stored == null) {
            Memory.forget(owner, attribute);
            setField.accept(owner, null);
        } else {
            Memory.shown(owner, attribute, field.apply(owner), stored, Memory.Origin.COVERED, null);
        }
    }

    private AccessContext context() {
        return attribute.runtime().currentContext();
    }
}
