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
class AttributeEdge implements Edge {

    private final ProtectedAttribute attribute;
    private final Function<Object, @Nullable Object> field;
    private final @Nullable BiConsumer<Object, @Nullable Object> setField;
    private final Class<?> declaring;
    private final @Nullable ComponentEdges component;

    /**
     * @param declaring the class that has the field
     * @param setField null where an instance has its values for good
     * @param component the edges of the embeddable that has it; null outside of one
     */
    AttributeEdge(
            ProtectedAttribute attribute,
            Class<?> declaring,
            Function<Object, @Nullable Object> field,
            @Nullable BiConsumer<Object, @Nullable Object> setField,
            @Nullable ComponentEdges component) {
        this.attribute = attribute;
        this.declaring = declaring;
        this.field = field;
        this.setField = setField;
        this.component = component;
    }

    @Override
    public boolean isSettable() {
        return setField != null;
    }

    /** Whether the instance has the field: an embeddable's mapping has those of all classes that extend it. */
    boolean isOf(Object instance) {
        return declaring.isInstance(instance);
    }

    /** What makes instances of their values; null where they are set one by one. */
    @Nullable
    EdgeInstantiator instantiator() {
        return component == null ? null : component.instantiator();
    }

    /** Puts a value into the field, and remembers nothing. */
    void set(Object owner, @Nullable Object value) {
        if (setField == null) {
            throw new IllegalStateException(attribute.rule().place() + " has its value for good");
        }
        setField.accept(owner, value);
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
    @Override
    public @Nullable Object outOf(Object owner) {
        Object shown = field.apply(owner);
        var slot = Memory.slot(owner, attribute);
        if (slot != null && attribute.runtime().hasTenants()) {
            attribute.requireTenant(owner);
        }
        if (slot != null && slot.shows(shown)) {
            requireName(owner, slot);
            return slot.sealed();
        }
        if (slot != null && attribute.ignoresChanges() && isClosed(owner, slot)) {
            requireName(owner, slot);
            settle(owner, slot.sealed());
            return slot.sealed();
        }
        if (shown == null) {
            if (attribute.masked() && EnhancedReads.isFetched(owner, attribute.name())) {
                Memory.takeNull(owner);
            }
            return null;
        }
        if (slot == null && attribute.masked() && Memory.isCover(owner, attribute, shown)) {
            throw Messages.maskTyped(attribute.rule());
        }
        attribute.requireTenant(owner);
        Object sealed = attribute.seal(shown);
        if (!(sealed instanceof Posted)) {
            Memory.typed(owner, attribute, shown, sealed, context(), false);
        }
        return sealed;
    }

    /** Whether the value was shown as a mask, and the context may not change it. */
    private boolean isClosed(Object owner, Memory.Slot slot) {
        return slot.origin() == Memory.Origin.COVERED && attribute.masked() && !attribute.may(Access.WRITE, owner);
    }

    /** A loaded value that is marked by the name of its row does not leave under another name. */
    private void requireName(Object owner, Memory.Slot slot) {
        if (slot.origin() != Memory.Origin.TYPED) {
            requireName(owner);
        }
    }

    /** The same, of a value that is kept whatever was typed over it. */
    void requireName(Object owner) {
        var naming = attribute.naming();
        if (naming == null) {
            return;
        }
        var current = naming.current(owner);
        boolean renamed = Memory.names(owner, naming).stream()
                .anyMatch(name -> !name.equals(current) && attribute.marker().isMarkedName(name));
        if (renamed && !attribute.may(Access.READ, owner)) {
            throw Messages.renamed(attribute.rule());
        }
    }

    /** From Hibernate to the entity. */
    @Override
    public void into(Object owner, @Nullable Object sealed) {
        if (sealed == null) {
            // A null that stands there already was typed, and is written back: what it replaced is not forgotten.
            if (field.apply(owner) != null) {
                Memory.forget(owner, attribute);
            }
            Memory.handOut(owner, attribute);
            set(owner, null);
            return;
        }
        var slot = Memory.slot(owner, attribute);
        if (slot != null && slot.visible() != null && stillShows(slot, PostedToken.unwrap(sealed))) {
            set(owner, MutableValues.copy(slot.visible()));
            return;
        }
        if (sealed instanceof Posted posted) {
            Memory.forget(owner, attribute);
            set(owner, posted.shown());
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
    private void show(Object owner, Object sealed) {
        var reading = attribute.read(sealed, owner);
        set(owner, reading.visible());
        remember(owner, sealed, reading.origin());
    }

    /** Shows what was loaded once more, now that more is known of it. */
    void showAgain(Object owner) {
        var slot = Memory.slot(owner, attribute);
        if (slot != null && slot.origin() != Memory.Origin.TYPED && slot.shows(field.apply(owner))) {
            show(owner, slot.sealed());
        }
    }

    /** Remembers that what the field shows was handed out, and what stands behind it. */
    void remember(Object owner, Object sealed, Memory.Origin origin) {
        Memory.shown(owner, attribute, field.apply(owner), sealed, origin, context());
    }

    /** @throws io.fieldveil.FieldveilException FV-205 if the value has no normal form */
    Object sealForSure(Object value) {
        Object sealed = attribute.sealing().seal(value);
        if (sealed instanceof Unsealable unsealable) {
            throw unsealable.refusal(attribute.rule());
        }
        return sealed;
    }

    /** Remembers that the row is to hold what was typed, under the name that the instance shows. */
    void written(Object owner) {
        Memory.written(owner, attribute);
        var naming = attribute.naming();
        if (naming != null) {
            naming.written(owner);
        }
    }

    /** Remembers that what the field shows is meant, even if it looks like a mask. */
    void confirm(Object owner, Object sealed) {
        Object shown = field.apply(owner);
        if (shown != null) {
            Memory.typed(owner, attribute, shown, sealed, context(), true);
        }
    }

    /**
     * Remembers what Hibernate holds and the field has been given instead of a value; what is stored as it is, is shown
     * no longer than to whom may see it.
     */
    final void take(Object owner, Object sealed) {
        if (!attribute.sealing().opaque()) {
            set(owner, attribute.read(sealed, owner).visible());
        }
        confirm(owner, sealed);
    }

    /** Remembers that what the field shows stands for a stored value: nothing was changed. */
    void settle(Object owner, Object sealed) {
        Memory.shown(owner, attribute, field.apply(owner), sealed, Memory.Origin.COVERED, context());
    }

    /** Before a refresh: whatever the field shows is no change, and is not kept in view. */
    void discard(Object owner, @Nullable Object stored) {
        if (setField == null) {
            return; // another instance takes its place
        }
        if (stored == null) {
            Memory.forget(owner, attribute);
            set(owner, null);
        } else {
            Memory.shown(owner, attribute, field.apply(owner), stored, Memory.Origin.COVERED, null);
        }
    }

    private AccessContext context() {
        return attribute.runtime().currentContext();
    }
}
