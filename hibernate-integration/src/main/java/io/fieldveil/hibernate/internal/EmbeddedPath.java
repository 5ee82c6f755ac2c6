package io.fieldveil.hibernate.internal;

import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.jspecify.annotations.Nullable;

/**
 * The way from an outermost embeddable to the one that holds an attribute.
 *
 * @param outer the way to the embeddable around it; null if it is the outermost itself
 * @param attribute where it stands in the one around it
 */
record EmbeddedPath(@Nullable EmbeddedPath outer, @Nullable AttributeMapping attribute, EmbeddableMappingType type) {

    static EmbeddedPath outermost(EmbeddableMappingType type) {
        return new EmbeddedPath(null, null, type);
    }

    EmbeddedPath within(AttributeMapping embedded, EmbeddableMappingType inner) {
        return new EmbeddedPath(this, embedded, inner);
    }

    @Nullable
    Object get(Object outermost) {
        if (outer == null || attribute == null) {
            return outermost;
        }
        Object around = outer.get(outermost);
        return around == null || !isDeclaredBy(attribute, around) ? null : attribute.getValue(around);
    }

    /** Puts another embeddable at the end of the way; the outermost one with it, which is another where it must be. */
    Object put(Object outermost, Object embeddable) {
        if (outer == null || attribute == null) {
            return embeddable;
        }
        Object around = outer.get(outermost);
        if (around == null || around == embeddable) {
            return outermost;
        }
        return outer.put(outermost, with(outer.type(), around, attribute, embeddable));
    }

    /** The instance with one value changed: itself where that can be set, else another that shows the same otherwise. */
    @SuppressWarnings("removal")
    static Object with(EmbeddableMappingType type, Object instance, AttributeMapping changed, @Nullable Object value) {
        var access = changed.getPropertyAccess();
        var edge = SealedPropertyAccessStrategy.edgeOf(access);
        if (edge != null && edge.isSettable()) {
            edge.set(instance, value);
            return instance;
        }
        if (edge == null && !instance.getClass().isRecord() && access.getSetter() != null) {
            access.getSetter().set(instance, value);
            return instance;
        }
        @Nullable Object[] values = new Object[type.getNumberOfAttributeMappings()];
        EdgeInstantiator instantiator = null;
        for (int i = 0; i < values.length; i++) {
            var attribute = type.getAttributeMapping(i);
            var own = SealedPropertyAccessStrategy.edgeOf(attribute.getPropertyAccess());
            values[i] = own == null ? attribute.getValue(instance) : own.visible(instance);
            instantiator = own == null || own.instantiator() == null ? instantiator : own.instantiator();
        }
        values[changed.getStateArrayPosition()] = value;
        Object copy = instantiator == null
                ? type.getRepresentationStrategy().getInstantiator().instantiate(() -> values)
                : instantiator.make(values, null);
        Memory.move(instance, copy);
        return copy;
    }

    /** An embeddable's mapping has the attributes of all classes that extend it, which the instance need not have. */
    @SuppressWarnings("removal")
    static boolean isDeclaredBy(AttributeMapping attribute, Object instance) {
        var access = attribute.getPropertyAccess();
        var member = access == null ? null : access.getGetter().getMember();
        return member == null || member.getDeclaringClass().isInstance(instance);
    }
}
