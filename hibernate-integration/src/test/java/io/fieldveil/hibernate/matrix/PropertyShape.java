package io.fieldveil.hibernate.matrix;

import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Attributes behind getters and setters of the entity itself. */
record PropertyShape(Class<?> entity) implements Shape {

    @Override
    public Object create(Protection protection, @Nullable Object value) {
        Object made = FieldShape.make(entity);
        write(made, protection, value);
        return made;
    }

    @Override
    public @Nullable Object read(Object entity, Protection protection) {
        return call(entity, "get", protection.attribute());
    }

    @Override
    public void write(Object entity, Protection protection, @Nullable Object value) {
        call(entity, "set", protection.attribute(), value);
    }

    @Override
    public void touch(Object entity) {
        call(entity, "set", "note", call(entity, "get", "note") + "+");
    }

    @Override
    public String path(Protection protection) {
        return protection.attribute();
    }

    private static @Nullable Object call(Object entity, String verb, String name, @Nullable Object... arguments) {
        String method = verb + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        try {
            for (Method candidate : entity.getClass().getDeclaredMethods()) {
                if (candidate.getName().equals(method)) {
                    candidate.setAccessible(true);
                    return candidate.invoke(entity, arguments);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(entity.getClass() + " has no method " + method);
    }
}
