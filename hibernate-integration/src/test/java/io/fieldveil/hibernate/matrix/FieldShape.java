package io.fieldveil.hibernate.matrix;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes in fields: of the entity itself, of the classes above it, or of an object that one of its fields holds, or
 * one of that object's, by the path to it. The unprotected one is {@code note}.
 *
 * @param held the class of the objects to be made there; null for that of the field
 */
record FieldShape(Class<?> entity, String holder, @Nullable Class<?> held) implements Shape {

    FieldShape(Class<?> entity) {
        this(entity, "");
    }

    FieldShape(Class<?> entity, String holder) {
        this(entity, holder, null);
    }

    @Override
    public Object create(Protection protection, @Nullable Object value) {
        Object made = make(entity);
        write(made, protection, value);
        return made;
    }

    @Override
    public @Nullable Object read(Object entity, Protection protection) {
        Object held = entity;
        for (String name : holders()) {
            held = held == null ? null : get(held, name);
        }
        return held == null ? null : get(held, protection.attribute());
    }

    @Override
    public void write(Object entity, Protection protection, @Nullable Object value) {
        Object holding = entity;
        for (String name : holders()) {
            Object held = get(holding, name);
            if (held == null) {
                held = make(this.held == null ? field(holding.getClass(), name).getType() : this.held);
                set(holding, name, held);
            }
            holding = held;
        }
        set(holding, protection.attribute(), value);
    }

    @Override
    public String path(Protection protection) {
        return holder.isEmpty() ? protection.attribute() : holder + "." + protection.attribute();
    }

    @Override
    public int copies() {
        return holder.isEmpty() ? 1 : 2;
    }

    private List<String> holders() {
        return holder.isEmpty() ? List.of() : List.of(holder.split("\\."));
    }

    static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable Object get(Object owner, String name) {
        try {
            return field(owner.getClass(), name).get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Object owner, String name, @Nullable Object value) {
        try {
            field(owner.getClass(), name).set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static Field field(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            try {
                Field field = c.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                // one of the classes above has it
            }
        }
        throw new IllegalArgumentException(type + " has no field " + name);
    }
}
