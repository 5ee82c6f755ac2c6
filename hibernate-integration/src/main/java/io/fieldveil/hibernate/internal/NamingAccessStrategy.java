package io.fieldveil.hibernate.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Property;
import org.hibernate.property.access.internal.PropertyAccessStrategyMapImpl;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.Setter;
import org.jspecify.annotations.Nullable;

/** Tells when Hibernate sets the name of a name–value row. */
@SuppressWarnings("removal")
final class NamingAccessStrategy implements PropertyAccessStrategy {

    private final PropertyAccessStrategy delegate;
    private final ProtectedAttribute value;
    private final Naming naming;

    private NamingAccessStrategy(PropertyAccessStrategy delegate, ProtectedAttribute value, Naming naming) {
        this.delegate = delegate;
        this.value = value;
        this.naming = naming;
    }

    /** The attributes whose values a property names. */
    static List<ProtectedAttribute> namedBy(PropertyAccess access) {
        var named = new ArrayList<ProtectedAttribute>();
        Setter setter = access.getSetter();
        while (setter instanceof NamingSetter naming) {
            named.add(naming.value);
            setter = naming.delegate;
        }
        return named;
    }

    /** The property that holds the name by which an attribute's values are marked; null if there is none among these. */
    static @Nullable Property find(ProtectedAttribute attribute, List<Property> siblings) {
        return siblings.stream()
                .filter(property -> property.getPropertyAccessStrategy() instanceof NamingAccessStrategy naming
                        && naming.names(attribute))
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("ReferenceEquality") // the very same attribute is meant
    private boolean names(ProtectedAttribute attribute) {
        return value == attribute || (delegate instanceof NamingAccessStrategy before && before.names(attribute));
    }

    /** Has a property tell the names of an attribute's values. */
    static void name(Property property, PropertyAccessStrategy ordinary, ProtectedAttribute value) {
        var naming = Objects.requireNonNull(value.naming(), "marked by name");
        property.setPropertyAccessStrategy(new NamingAccessStrategy(ordinary, value, naming));
        if (property.getValue() instanceof BasicValue name && name.getColumn() instanceof Column column) {
            naming.storedIn(column.getName());
        }
    }

    /** The same of a copy, which is a map. */
    static void nameCopy(Property copied, ProtectedAttribute value) {
        PropertyAccessStrategy before = copied.getPropertyAccessStrategy();
        name(copied, before == null ? PropertyAccessStrategyMapImpl.INSTANCE : before, value);
    }

    @Override
    public PropertyAccess buildPropertyAccess(Class<?> containerJavaType, String propertyName, boolean setterRequired) {
        PropertyAccess access = delegate.buildPropertyAccess(containerJavaType, propertyName, setterRequired);
        var setter = access.getSetter();
        if (setter == null) {
            throw Messages.badName();
        }
        naming.nameAt(access.getGetter()::get);
        return new Access(this, access.getGetter(), new NamingSetter(setter, value, naming));
    }

    private record Access(PropertyAccessStrategy strategy, Getter getter, Setter setter) implements PropertyAccess {

        @Override
        public PropertyAccessStrategy getPropertyAccessStrategy() {
            return strategy;
        }

        @Override
        public Getter getGetter() {
            return getter;
        }

        @Override
        public Setter getSetter() {
            return setter;
        }
    }

    private static final class NamingSetter implements Setter {
        private final Setter delegate;
        private final transient ProtectedAttribute value;
        private final transient Naming naming;

        NamingSetter(Setter delegate, ProtectedAttribute value, Naming naming) {
            this.delegate = delegate;
            this.value = value;
            this.naming = naming;
        }

        @Override
        public void set(Object target, @Nullable Object name) {
            delegate.set(target, name);
            naming.set(target, name);
        }

        @Override
        public @Nullable String getMethodName() {
            return delegate.getMethodName();
        }

        @Override
        public @Nullable Method getMethod() {
            return delegate.getMethod();
        }
    }
}
