package io.fieldveil.hibernate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;

/** What JSON does to an entity: another instance with equal values, numbers in their shortest form. */
final class RoundTrip {

    private RoundTrip() {}

    static <T> T copy(T source) {
        try {
            @SuppressWarnings("unchecked")
            T copy = (T) constructed(source.getClass());
            for (Class<?> type = source.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        field.set(copy, value(field.get(source)));
                    }
                }
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object constructed(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Object value(Object value) {
        if (value instanceof BigDecimal number) {
            return new BigDecimal(number.stripTrailingZeros().toPlainString());
        }
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof String text) {
            return String.valueOf(text.toCharArray());
        }
        if (value instanceof Collection<?>) {
            return new ArrayList<>();
        }
        return value instanceof Address || value instanceof Geo || value instanceof Home ? copy(value) : value;
    }
}
