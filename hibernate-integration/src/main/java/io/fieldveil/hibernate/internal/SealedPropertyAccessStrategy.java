package io.fieldveil.hibernate.internal;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.Setter;
import org.jspecify.annotations.Nullable;

/**
 * The entity's edge: Hibernate reads and writes a protected attribute through this access, which holds sealed values on
 * Hibernate's side and what the context may see on the entity's. It wraps the access that the mapping asked for.
 *
 * <p>With {@link NamingAccessStrategy} the only class that names Hibernate's {@code Getter} and {@code Setter}, which 7.4
 * marks for replacement.
 */
@SuppressWarnings("removal")
final class SealedPropertyAccessStrategy implements PropertyAccessStrategy {

    private final PropertyAccessStrategy delegate;
    private final ProtectedAttribute attribute;

    SealedPropertyAccessStrategy(PropertyAccessStrategy delegate, ProtectedAttribute attribute) {
        this.delegate = delegate;
        this.attribute = attribute;
    }

    ProtectedAttribute attribute() {
        return attribute;
    }

    /** The protected attribute behind a property access, if it is one. */
    static @Nullable ProtectedAttribute attributeOf(PropertyAccess access) {
        return access.getGetter() instanceof SealedGetter getter ? getter.edge.attribute() : null;
    }

    /** The field as the entity shows it, and the door to set it, for {@code Fieldveil.assign} and the listeners. */
    static @Nullable AttributeEdge edgeOf(PropertyAccess access) {
        return access.getGetter() instanceof SealedGetter getter ? getter.edge : null;
    }

    @Override
    public PropertyAccess buildPropertyAccess(Class<?> containerJavaType, String propertyName, boolean setterRequired) {
        PropertyAccess access = delegate.buildPropertyAccess(containerJavaType, propertyName, setterRequired);
        var getter = access.getGetter();
        var setter = access.getSetter();
        if (setter == null) {
            throw new IllegalStateException("FV-102 " + attribute.rule().place()
                    + ": it has no setter, and the values that Hibernate loads could not be covered.");
        }
        var edge = new AttributeEdge(attribute, getter::get, setter::set);
        attribute.valueAt(edge);
        return new Access(this, new SealedGetter(getter, edge), new SealedSetter(setter, edge));
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

    private static final class SealedGetter implements Getter {
        private final Getter delegate;
        private final transient AttributeEdge edge;

        SealedGetter(Getter delegate, AttributeEdge edge) {
            this.delegate = delegate;
            this.edge = edge;
        }

        @Override
        public @Nullable Object get(Object owner) {
            return edge.outOf(owner);
        }

        @Override
        public @Nullable Object getForInsert(
                Object owner, Map<Object, Object> mergeMap, SharedSessionContractImplementor session) {
            return edge.outOf(owner);
        }

        @Override
        public Class<?> getReturnTypeClass() {
            return delegate.getReturnTypeClass();
        }

        @Override
        public Type getReturnType() {
            return delegate.getReturnType();
        }

        @Override
        public @Nullable Member getMember() {
            return delegate.getMember();
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

    private static final class SealedSetter implements Setter {
        private final Setter delegate;
        private final transient AttributeEdge edge;

        SealedSetter(Setter delegate, AttributeEdge edge) {
            this.delegate = delegate;
            this.edge = edge;
        }

        @Override
        public void set(Object target, @Nullable Object value) {
            edge.into(target, value);
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
