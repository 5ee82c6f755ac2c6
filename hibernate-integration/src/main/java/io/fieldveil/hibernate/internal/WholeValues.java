package io.fieldveil.hibernate.internal;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.mapping.BasicValue;
import org.hibernate.models.spi.MemberDetails;
import org.jspecify.annotations.Nullable;

/**
 * Values that are stored as a whole, as JSON, serialised or converted: no property access stands before the protected
 * members of their classes. It looks at the classes that the attribute's type names, not at those within them.
 */
final class WholeValues {

    private WholeValues() {}

    /**
     * Whether the declared type of a basic attribute, or of a collection of basic values, has protected members.
     *
     * @param entities the mapped classes; where one is a type argument of what is converted to a number or a UUID, it is
     *     referred to, as in {@code Ref<Person>}, and not stored
     */
    static boolean holdProtected(BasicValue value, Set<Class<?>> entities) {
        MemberDetails details = value.getMemberDetails();
        Type type = details == null ? null : type(PiiAnnotations.member(details));
        Set<Class<?>> found = classes(type).filter(AnnotatedMembers::hasAny).collect(Collectors.toSet());
        return !found.isEmpty() && !(type instanceof ParameterizedType && entities.containsAll(found) && isKey(value));
    }

    private static boolean isKey(BasicValue value) {
        var resolution = value.resolve();
        Class<?> stored = Boxes.box(resolution.getRelationalJavaType().getJavaTypeClass());
        return resolution.getValueConverter() != null
                && (Number.class.isAssignableFrom(stored) || stored == UUID.class);
    }

    private static @Nullable Type type(@Nullable Member member) {
        if (member instanceof Field field) {
            return field.getGenericType();
        }
        return member instanceof Method method ? method.getGenericReturnType() : null;
    }

    private static Stream<Class<?>> classes(@Nullable Type type) {
        if (type instanceof Class<?> named) {
            return named.isArray() ? classes(named.getComponentType()) : Stream.of(named);
        }
        if (type instanceof GenericArrayType array) {
            return classes(array.getGenericComponentType());
        }
        return type instanceof ParameterizedType generic
                ? Stream.concat(
                        classes(generic.getRawType()),
                        Stream.of(generic.getActualTypeArguments()).flatMap(WholeValues::classes))
                : Stream.empty();
    }
}
