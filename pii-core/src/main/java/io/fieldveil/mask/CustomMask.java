package io.fieldveil.mask;

import io.fieldveil.annotations.Mask;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A user's own mask, guarded: by its declared type when it is made, by what it answers at each call. */
final class CustomMask<T> implements Mask<T> {

    private final Mask<Object> mask;
    private final Class<T> type;

    CustomMask(Class<? extends Mask<?>> mask, Class<T> type) {
        this.mask = instance(mask);
        this.type = type;
        Type masked = maskedType(mask);
        if (masked instanceof Class<?> declared && declared != type) {
            throw Messages.masksAnotherType(mask, type);
        }
    }

    @Override
    public T mask(T value) {
        Object answer;
        try {
            answer = mask.mask(value);
        } catch (RuntimeException e) {
            // Not passed on as the cause: its message may hold the value.
            throw Messages.customMaskFailed(mask.getClass(), e.getClass());
        }
        if (!type.isInstance(answer)) {
            throw Messages.customMaskAnswered(mask.getClass(), type);
        }
        return type.cast(answer);
    }

    // A Mask of what, is compared where it is declared and, where it cannot be known, shows at the first call.
    @SuppressWarnings("unchecked")
    private static Mask<Object> instance(Class<? extends Mask<?>> mask) {
        if (mask.equals(Mask.None.class) || !Modifier.isPublic(mask.getModifiers())) {
            throw Messages.notInstantiable(mask);
        }
        try {
            return (Mask<Object>) mask.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw Messages.notInstantiable(mask);
        }
    }

    /** What the class says that it masks; null where only a caller could know. */
    private static @Nullable Type maskedType(@Nullable Class<?> type) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Type implemented : c.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType parameterized
                        && parameterized.getRawType() == Mask.class) {
                    return parameterized.getActualTypeArguments()[0];
                }
            }
        }
        return null;
    }
}
