package io.fieldveil.hibernate.oracle;

import org.jspecify.annotations.Nullable;

/** Fields by their names, as both entities have them. */
final class Fields {

    private Fields() {}

    @Nullable
    static Object get(Object owner, String name) {
        try {
            var field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true); // a record's
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Object owner, String name, @Nullable Object value) {
        try {
            owner.getClass().getDeclaredField(name).set(owner, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record of the field's type. */
    static Object record(Object owner, String name, @Nullable Object... values) {
        try {
            var constructor = owner.getClass().getDeclaredField(name).getType().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
