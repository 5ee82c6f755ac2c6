package io.fieldveil.hibernate.internal;

import jakarta.persistence.TemporalType;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.TypeCache;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.spi.UnknownBasicJavaType;
import org.jspecify.annotations.Nullable;

/**
 * Java types that print {@code ***} for a value where Hibernate logs it, and leave everything else to the type that
 * they stand for. Each is a subclass of its original's class, since Hibernate asks for classes (of enums, of temporal
 * types).
 */
final class RedactedJavaTypes {

    private static final String ORIGINAL = "fieldveilOriginal";
    private static final TypeCache<Class<?>> CLASSES = new TypeCache<>(TypeCache.Sort.WEAK);

    private final IdentityHashMap<JavaType<?>, JavaType<?>> redacted = new IdentityHashMap<>();

    /**
     * The type that stands for another and prints nothing.
     *
     * @throws ReflectiveOperationException if no subclass of its class can be made: it is final or private, or has no
     *     constructor that takes nothing, or its class
     */
    @SuppressWarnings("unchecked")
    <T> JavaType<T> of(JavaType<T> original) throws ReflectiveOperationException {
        JavaType<?> known = redacted.get(original);
        if (known == null) {
            known = instance(original);
            redacted.put(original, known);
        }
        return (JavaType<T>) known;
    }

    private static JavaType<?> instance(JavaType<?> original) throws ReflectiveOperationException {
        if (original instanceof UnknownBasicJavaType<?> unknown) {
            return new RedactedUnknownType<>(unknown);
        }
        Class<?> type;
        try {
            type = CLASSES.findOrInsert(
                    original.getClass().getClassLoader(), original.getClass(), () -> subclass(original.getClass()));
        } catch (IllegalArgumentException | IllegalStateException | LinkageError e) {
            throw new ReflectiveOperationException(e);
        }
        var made = (JavaType<?>) construct(type, original.getJavaTypeClass());
        type.getField(ORIGINAL).set(made, original);
        return made;
    }

    private static Object construct(Class<?> type, Class<?> valueClass) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(type.getConstructors())
                .filter(each -> Arrays.equals(each.getParameterTypes(), new Class<?>[] {Class.class})
                        || each.getParameterCount() == 0)
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(
                        () -> new NoSuchMethodException(type.getSuperclass().getName()));
        return constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(valueClass);
    }

    private static Class<?> subclass(Class<?> original) {
        var delegation = MethodCall.invokeSelf().onField(ORIGINAL).withAllArguments();
        return new ByteBuddy()
                .subclass(original, ConstructorStrategy.Default.IMITATE_SUPER_CLASS_OPENING)
                .defineField(ORIGINAL, original, Visibility.PUBLIC)
                .method(ElementMatchers.isPublic().and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
                .intercept(delegation)
                .method(ElementMatchers.named("extractLoggableRepresentation"))
                .intercept(Advice.to(Redaction.class).wrap(delegation))
                .method(ElementMatchers.named("isWider"))
                .intercept(Advice.to(SameValues.class).wrap(delegation))
                .method(ElementMatchers.named("getPrecision"))
                .intercept(Advice.to(NoTime.class).wrap(delegation))
                .make()
                .load(original.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                .getLoaded();
    }

    /** Copied into the subclass: what is printed of a value. */
    @SuppressWarnings({"UnusedVariable", "UnusedMethod"})
    private static final class Redaction {
        private Redaction() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) @Nullable Object value, @Advice.Return(readOnly = false) String printed) {
            if (value != null) {
                printed = ProtectedJavaType.REDACTED;
            }
        }
    }

    /** Copied into the subclass: a parameter bound before its place was known still takes the attribute's type. */
    @SuppressWarnings({"UnusedVariable", "UnusedMethod"})
    private static final class SameValues {
        private SameValues() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.This JavaType<?> self,
                @Advice.Argument(0) JavaType<?> other,
                @Advice.Return(readOnly = false) boolean wider) {
            if (other.getJavaTypeClass() == self.getJavaTypeClass()) {
                wider = true;
            }
        }
    }

    /** Copied into the subclass: Hibernate binds a parameter of precision TIME with its own type, which prints. */
    @SuppressWarnings({"UnusedVariable", "UnusedMethod", "deprecation"})
    private static final class NoTime {
        private NoTime() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) TemporalType precision) {
            if (precision == TemporalType.TIME) {
                precision = TemporalType.TIMESTAMP;
            }
        }
    }
}
