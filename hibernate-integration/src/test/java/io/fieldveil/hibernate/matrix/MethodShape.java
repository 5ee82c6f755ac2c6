package io.fieldveil.hibernate.matrix;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Attributes behind methods of the entity itself, or of the classes above it.
 *
 * @param getter from an attribute's name to the method that reads it
 * @param setter from an attribute's name to the method that changes it
 */
record MethodShape(Class<?> entity, UnaryOperator<String> getter, UnaryOperator<String> setter) implements Shape {

    /** Getters and setters as beans have them. */
    static MethodShape ofBean(Class<?> entity) {
        return new MethodShape(entity, name -> "get" + capital(name), name -> "set" + capital(name));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    public Object create(Protection protection, @Nullable Object value) {
        Object made = FieldShape.make(entity);
        write(made, protection, value);
        return made;
    }

    @Override
    public @Nullable Object read(Object entity, Protection protection) {
        return call(entity, getter.apply(protection.attribute()));
    }

    /** Reads before, as most code does: what is typed over a lazy attribute that was not read is refused as such. */
    @Override
    public void write(Object entity, Protection protection, @Nullable Object value) {
        read(entity, protection);
        call(entity, setter.apply(protection.attribute()), value);
    }

    @Override
    public void touch(Object entity) {
        call(entity, setter.apply("note"), call(entity, getter.apply("note")) + "+");
    }

    @Override
    public String path(Protection protection) {
        return protection.attribute();
    }

    private @Nullable Object call(Object instance, String name, @Nullable Object... arguments) {
        try {
            for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
                for (Method method : type.getDeclaredMethods()) {
                    if (method.getName().equals(name)) {
                        method.setAccessible(true);
                        return method.invoke(instance, arguments);
                    }
                }
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(entity + " has no method " + name);
    }
}
