package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The only text in a collection of texts, which is the attribute itself. */
record TextElementShape(Class<?> entity) implements Shape {

    @Override
    public Object create(Protection protection, @Nullable Object value) {
        Object made = FieldShape.make(entity);
        Class<?> type = FieldShape.field(entity, protection.attribute()).getType();
        FieldShape.set(made, protection.attribute(), type == Set.class ? new HashSet<>() : new ArrayList<>());
        write(made, protection, value);
        return made;
    }

    @SuppressWarnings("unchecked") // collections of texts alone
    private static Collection<Object> held(Object entity, Protection protection) {
        return (Collection<Object>) Objects.requireNonNull(FieldShape.get(entity, protection.attribute()));
    }

    @Override
    public @Nullable Object read(Object entity, Protection protection) {
        return held(entity, protection).iterator().next();
    }

    @Override
    public void write(Object entity, Protection protection, @Nullable Object value) {
        held(entity, protection).clear();
        held(entity, protection).add(Objects.requireNonNull(value));
    }

    @Override
    public String path(Protection protection) {
        return protection.attribute();
    }

    @Override
    public List<@Nullable Object> stored(JpaFixture jpa, Protection protection) {
        String column = protection.attribute();
        return jpa.rows("select " + column + " as held from " + entity.getSimpleName() + "_" + column).stream()
                .<@Nullable Object>map(row -> row.get("held"))
                .toList();
    }

    @Override
    public String counting(Protection protection) {
        return "select count(*) from " + entity.getName() + " e where :value member of e." + path(protection);
    }
}
