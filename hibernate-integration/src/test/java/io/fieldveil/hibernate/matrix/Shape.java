package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to map protected attributes: how to make an instance, and how code and queries reach the attribute. */
interface Shape {

    /** The entity's class. */
    Class<?> entity();

    /** A new instance that holds the value in the protection's attribute and nothing in the others. */
    Object create(Protection protection, @Nullable Object value);

    /** What code reads. */
    @Nullable
    Object read(Object entity, Protection protection);

    /** What code does to change it. */
    void write(Object entity, Protection protection, @Nullable Object value);

    /** Changes an unprotected attribute of the entity. */
    default void touch(Object entity) {
        FieldShape.set(entity, "note", FieldShape.get(entity, "note") + "+");
    }

    /** The attribute's path for Fieldveil and for a query, from the entity on. */
    String path(Protection protection);

    /** Whether there can be an instance without a value in any protected attribute. */
    default boolean canBeCleared() {
        return true;
    }

    /** How often a load hands out the value: Hibernate copies an embeddable for its snapshot. */
    default int copies() {
        return 1;
    }

    /** What the attribute's column holds, in all rows, read past Hibernate. */
    default List<@Nullable Object> stored(JpaFixture jpa, Protection protection) {
        return RawColumn.values(jpa, entity(), path(protection));
    }

    /** A query that counts the entities whose attribute is {@code :value}. */
    default String counting(Protection protection) {
        return "select count(*) from " + entity().getName() + " e where e." + path(protection) + " = :value";
    }
}
