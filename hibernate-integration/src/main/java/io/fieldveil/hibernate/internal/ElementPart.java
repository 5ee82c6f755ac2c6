package io.fieldveil.hibernate.internal;

import org.jspecify.annotations.Nullable;

/** A protected value of a collection's element: an attribute of an embeddable, or the element itself. */
sealed interface ElementPart permits EntityEdges.Place, TextPart {

    ProtectedAttribute attribute();

    /** The instance beside which the value is remembered; null where the element has none. */
    @Nullable
    Object owner(Object element);

    /** What Hibernate is to hold of the value. */
    @Nullable
    Object outOf(Object owner);

    /** Has the value stand for a stored one, so that nothing is changed. */
    void settle(ElementPosition position, Object owner, Object sealed);

    /** What Hibernate holds of an element's value; null if there is none. */
    default @Nullable Object sealed(Object element) {
        Object owner = owner(element);
        return owner == null ? null : outOf(owner);
    }

    /** Refuses a value that another tenant's reader was shown, or typed; of no instance, nothing. */
    default void requireTenant(@Nullable Object owner) {
        if (owner != null) {
            attribute().requireTenant(owner);
        }
    }

    /**
     * An element's position.
     *
     * @param collection that holds it
     * @param key its index or key
     */
    record ElementPosition(Object collection, Object key) {}
}
