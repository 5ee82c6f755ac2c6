package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The only text in a collection of texts, or the only value of a map of them, which is the attribute itself. */
record TextElementShape(Class<?> entity) implements Shape {

    @Override
    public Object create(Protection protection, @Nullable Object value) {
        Object made = FieldShape.make(entity);
        Class<?> type = FieldShape.field(entity, protection.attribute()).getType();
        Object empty = type == Set.class ? new HashSet<>() : type == Map.class ? new HashMap<>() : new ArrayList<>();
        FieldShape.set(made, protection.attribute(), empty);
        write(made, protection, value);
        return made;
    }

    private static Object held(Object entity, Protection protection) {
        return Objects.requireNonNull(FieldShape.get(entity, protection.attribute()));
    }

    @Override
    public @Nullable Object read(Object entity, Protection protection) {
        Object held = held(entity, protection);
        return (held instanceof Map<?, ?> map ? map.values() : (Collection<?>) held)
                .iterator()
                .next();
    }

    @Override
    @SuppressWarnings("unchecked") // collections and maps of texts alone
    public void write(Object entity, Protection protection, @Nullable Object value) {
        Object text = Objects.requireNonNull(value);
        if (held(entity, protection) instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).put("key", text);
        } else {
            var held = (Collection<Object>) held(entity, protection);
            held.clear();
            held.add(text);
        }
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
