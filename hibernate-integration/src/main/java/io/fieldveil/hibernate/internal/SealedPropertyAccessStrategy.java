package io.fieldveil.hibernate.internal;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.Property;
import org.hibernate.property.access.internal.PropertyAccessStrategyMapImpl;
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
class SealedPropertyAccessStrategy implements PropertyAccessStrategy {

    private final PropertyAccessStrategy delegate;
    private final ProtectedAttribute attribute;
    private final @Nullable ComponentEdges component;

    /** @param component the edges of the embeddable that holds the attribute; null outside of one */
    SealedPropertyAccessStrategy(
            PropertyAccessStrategy delegate, ProtectedAttribute attribute, @Nullable ComponentEdges component) {
        this.delegate = delegate;
        this.attribute = attribute;
        this.component = component;
    }

    /** The access to the copy of an attribute that Envers keeps in a map. */
    static SealedPropertyAccessStrategy audited(ProtectedAttribute attribute) {
        return new SealedPropertyAccessStrategy(PropertyAccessStrategyMapImpl.INSTANCE, attribute, null) {
            @Override
            public PropertyAccess buildPropertyAccess(Class<?> container, String property, boolean setterRequired) {
                var edge = new AuditEdge(attribute, property);
                attribute.valueAt(edge);
                return access(
                        this,
                        PropertyAccessStrategyMapImpl.INSTANCE.buildPropertyAccess(container, property, true),
                        edge);
            }
        };
    }

    ProtectedAttribute attribute() {
        return attribute;
    }

    /** The protected attribute behind a property access, if it is one. */
    static @Nullable ProtectedAttribute attributeOf(PropertyAccess access) {
        var edge = edgeOf(access);
        return edge == null ? null : edge.attribute();
    }

    /** Another edge of a protected attribute, which is as good as Hibernate's. */
    static AttributeEdge edgeOf(Property property, Class<?> container) {
        var strategy = property.getPropertyAccessStrategy(container);
        return Objects.requireNonNull(
                edgeOf(strategy.buildPropertyAccess(container, property.getName(), false)), property.getName());
    }

    /** The field as the entity shows it, for the listeners. */
    static @Nullable AttributeEdge edgeOf(@Nullable PropertyAccess access) {
        return access != null
                        && access.getGetter() instanceof SealedGetter getter
                        && getter.edge instanceof AttributeEdge edge
                ? edge
                : null;
    }

    /**
     * The access to an embeddable with protected attributes.
     *
     * @param outer the edges of the embeddable around it; null if there is none
     */
    static PropertyAccessStrategy embedded(
            PropertyAccessStrategy delegate, ComponentEdges inner, @Nullable ComponentEdges outer) {
        var held = new WeakIdentityMap<EmbeddedEdge.Held>();
        return new PropertyAccessStrategy() {
            @Override
            public PropertyAccess buildPropertyAccess(Class<?> container, String propertyName, boolean setterRequired) {
                boolean made = outer != null && outer.areMade();
                PropertyAccess access = delegate.buildPropertyAccess(container, propertyName, setterRequired && !made);
                var getter = access.getGetter();
                var setter = access.getSetter();
                boolean settable = setter != null && !container.isRecord();
                var edge = new EmbeddedEdge(
                        held, inner, declaring(getter, container), getter::get, settable ? setter::set : null);
                if (outer != null) {
                    outer.add(propertyName, edge);
                }
                return access(this, access, edge);
            }
        };
    }

    @Override
    public PropertyAccess buildPropertyAccess(Class<?> containerJavaType, String propertyName, boolean setterRequired) {
        boolean made = component != null && component.areMade();
        PropertyAccess access = delegate.buildPropertyAccess(containerJavaType, propertyName, setterRequired && !made);
        var getter = access.getGetter();
        var setter = containerJavaType.isRecord() ? null : access.getSetter();
        if (setter == null && !made) {
            throw new IllegalStateException("FV-102 " + attribute.rule().place()
                    + ": it has no setter, and the values that Hibernate loads could not be covered.");
        }
        var edge = new AttributeEdge(
                attribute,
                declaring(getter, containerJavaType),
                // Asking an enhanced instance for what was not fetched yet would load it, also in the midst of loading
                // it.
                owner -> EnhancedReads.isFetched(owner, propertyName) ? getter.get(owner) : null,
                setter == null ? null : setter::set,
                component);
        attribute.valueAt(edge);
        if (component != null) {
            component.add(edge);
        }
        return access(this, access, edge);
    }

    private static Class<?> declaring(Getter getter, Class<?> container) {
        var member = getter.getMember();
        return member == null ? container : member.getDeclaringClass();
    }

    private static PropertyAccess access(PropertyAccessStrategy strategy, PropertyAccess access, Edge edge) {
        var setter = access.getSetter();
        return new Access(
                strategy,
                new SealedGetter(access.getGetter(), edge),
                setter == null || !edge.isSettable() ? null : new SealedSetter(setter, edge));
    }

    private record Access(
            PropertyAccessStrategy strategy,
            Getter getter,
            @Nullable Setter setter) implements PropertyAccess {

        @Override
        public PropertyAccessStrategy getPropertyAccessStrategy() {
            return strategy;
        }

        @Override
        public Getter getGetter() {
            return getter;
        }

        @Override
        public @Nullable Setter getSetter() {
            return setter;
        }
    }

    private static final class SealedGetter implements Getter {
        private final Getter delegate;
        private final transient Edge edge;

        SealedGetter(Getter delegate, Edge edge) {
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
        private final transient Edge edge;

        SealedSetter(Setter delegate, Edge edge) {
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
