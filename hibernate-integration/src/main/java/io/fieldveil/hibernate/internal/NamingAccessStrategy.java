package io.fieldveil.hibernate.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
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

    NamingAccessStrategy(PropertyAccessStrategy delegate, ProtectedAttribute value, Naming naming) {
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
