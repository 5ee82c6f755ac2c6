package io.fieldveil.hibernate.internal;

import org.jspecify.annotations.Nullable;

/** What stands between a field and Hibernate. */
interface Edge {

    /** From the entity to Hibernate. */
    @Nullable
    Object outOf(Object owner);

    /** Whether the field can be set. */
    boolean isSettable();

    /** From Hibernate to the entity. */
    void into(Object owner, @Nullable Object value);
}
