package io.fieldveil.hibernate.internal;

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
        if (shown == null) {
            return null;
        }
        var slot = Memory.slot(owner, attribute);
        if (slot != null && slot.shows(shown)) {
            return slot.sealed();
        }
        Object sealed = attribute.seal(shown);
        if (!posted(sealed)) {
            Memory.remember(owner, attribute, shown, sealed, Memory.Origin.TYPED, false);
        }
        return sealed;
    }

    /** From Hibernate to the entity. */
    void into(Object owner, @Nullable Object sealed) {
        if (sealed == null) {
            Memory.forget(owner, attribute);
            Memory.handOut(owner);
            setField.accept(owner, null);
            return;
        }
        var slot = Memory.slot(owner, attribute);
        if (slot != null && Memory.same(slot.sealed(), PostedToken.unwrap(sealed))) {
            setField.accept(owner, MutableValues.copy(slot.visible()));
            return;
        }
        if (posted(sealed)) {
            Memory.forget(owner, attribute);
            setField.accept(owner, sealed instanceof PostedMask mask ? mask.mask() : sealed.toString());
            return;
        }
        show(owner, sealed);
    }

    /** Shows a sealed value as the current context may see it. */
    void show(Object owner, Object sealed) {
        var reading = attribute.read(sealed);
        setField.accept(owner, reading.visible());
        Memory.remember(owner, attribute, reading.visible(), sealed, reading.origin(), false);
    }

    /** Puts a value into the field and remembers that it is meant, even if it looks like a mask. */
    void assign(Object owner, @Nullable Object value) {
        setField.accept(owner, value);
        if (value == null) {
            return;
        }
        Memory.remember(owner, attribute, value, attribute.sealing().seal(value), Memory.Origin.TYPED, true);
    }

    /** Remembers that what the field shows stands for a stored value: nothing was changed. */
    void settle(Object owner, Object sealed) {
        Object shown = field.apply(owner);
        if (shown != null) {
            Memory.remember(owner, attribute, shown, sealed, Memory.Origin.COVERED, false);
        }
    }

    private static boolean posted(Object sealed) {
        return sealed instanceof PostedToken || sealed instanceof PostedMask;
    }
}
