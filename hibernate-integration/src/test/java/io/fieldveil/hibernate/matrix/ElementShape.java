package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of the only element of a collection, or of the only value of a map.
 *
 * @param collection the attribute that holds it; its table has the same name
 */
record ElementShape(Class<?> entity, String collection) implements Shape {

    @Override
    public Object create(Protection protection, @Nullable Object value) {
        Object made = FieldShape.make(entity);
        Object part = FieldShape.make(type());
        put(made, part);
        FieldShape.set(part, protection.attribute(), value);
        return made;
    }

    /** The class of the elements is the last that the collection's declaration names. */
    private Class<?> type() {
        var named =
                ((ParameterizedType) FieldShape.field(entity, collection).getGenericType()).getActualTypeArguments();
        return (Class<?>) named[named.length - 1];
    }

    @SuppressWarnings("unchecked") // collections and maps of these elements alone
    private void put(Object entity, Object part) {
        Object held = FieldShape.get(entity, collection);
        if (held instanceof Map<?, ?> map) {
            ((Map<String, Object>) map).put("key", part);
        } else {
            ((Collection<Object>) Objects.requireNonNull(held)).add(part);
        }
    }

    @Override
    public @Nullable Object read(Object entity, Protection protection) {
        return FieldShape.get(element(entity), protection.attribute());
    }

    @Override
    public void write(Object entity, Protection protection, @Nullable Object value) {
        FieldShape.set(element(entity), protection.attribute(), value);
    }

    private Object element(Object entity) {
        Object held = Objects.requireNonNull(FieldShape.get(entity, collection));
        Collection<?> values = held instanceof Map<?, ?> map ? map.values() : (Collection<?>) held;
        return Objects.requireNonNull(values.iterator().next());
    }

    @Override
    public String path(Protection protection) {
        return collection + "." + protection.attribute();
    }

    /** Hibernate loads no element of which every column is null. */
    @Override
    public boolean canBeCleared() {
        return false;
    }

    /** Once when it is loaded, and once for the snapshot of the collection. */
    @Override
    public int copies() {
        return 2;
    }

    @Override
    public List<@Nullable Object> stored(JpaFixture jpa, Protection protection) {
        return jpa.rows("select " + protection.attribute() + " as held from " + collection).stream()
                .<@Nullable Object>map(row -> row.get("held"))
                .toList();
    }

    @Override
    public String counting(Protection protection) {
        return "select count(*) from " + entity.getName() + " e join e." + collection + " p where p."
                + protection.attribute() + " = :value";
    }
}
