package io.fieldveil.hibernate.internal;

import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.EntityNameResolver;
import org.hibernate.bytecode.spi.ReflectionOptimizer;
import org.hibernate.mapping.Property;
import org.hibernate.metamodel.RepresentationMode;
import org.hibernate.metamodel.spi.EntityInstantiator;
import org.hibernate.metamodel.spi.EntityRepresentationStrategy;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.proxy.ProxyFactory;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * The copies that Envers keeps are maps to Hibernate, which always reads and writes maps in its own way. These are read
 * and written as their mapping says, so that a copy has an edge as its entity has.
 */
@SuppressWarnings("removal")
record AuditMaps(EntityRepresentationStrategy delegate) implements EntityRepresentationStrategy {

    static EntityRepresentationStrategy of(EntityRepresentationStrategy ordinary) {
        return ordinary.getMode() == RepresentationMode.MAP ? new AuditMaps(ordinary) : ordinary;
    }

    @Override
    public PropertyAccess resolvePropertyAccess(Property property) {
        PropertyAccessStrategy ours = property.getPropertyAccessStrategy();
        return ours == null
                ? delegate.resolvePropertyAccess(property)
                : ours.buildPropertyAccess(Map.class, property.getName(), true);
    }

    @Override
    public RepresentationMode getMode() {
        return delegate.getMode();
    }

    @Override
    public @Nullable ReflectionOptimizer getReflectionOptimizer() {
        return delegate.getReflectionOptimizer();
    }

    @Override
    public EntityInstantiator getInstantiator() {
        return delegate.getInstantiator();
    }

    @Override
    public ProxyFactory getProxyFactory() {
        return delegate.getProxyFactory();
    }

    @Override
    public JavaType<?> getMappedJavaType() {
        return delegate.getMappedJavaType();
    }

    @Override
    public @Nullable JavaType<?> getProxyJavaType() {
        return delegate.getProxyJavaType();
    }

    @Override
    public void visitEntityNameResolvers(Consumer<EntityNameResolver> consumer) {
        delegate.visitEntityNameResolvers(consumer);
    }
}
