package io.fieldveil.hibernate.internal;

import java.lang.reflect.Constructor;
import java.util.function.Supplier;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Ownership;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.hibernate.mapping.Component;
import org.hibernate.metamodel.internal.EmbeddableInstantiatorPojoIndirecting;
import org.hibernate.metamodel.internal.EmbeddableInstantiatorRecordIndirecting;
import org.hibernate.metamodel.internal.EmbeddableInstantiatorRecordStandard;
import org.hibernate.metamodel.spi.EmbeddableInstantiator;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.resource.beans.spi.ManagedBeanRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The edge of an embeddable that is made of its values at once, a record or a class with an instantiator: the values are
 * opened as far as the context allows before it is made, and what it shows is remembered beside it.
 */
final class EdgeInstantiator implements EmbeddableInstantiator {

    private static final String EDGE = "fieldveilEdge";

    private final ComponentEdges edges;
    private final Supplier<EmbeddableInstantiator> maker;
    private volatile @Nullable EmbeddableInstantiator made;

    private EdgeInstantiator(ComponentEdges edges, Supplier<EmbeddableInstantiator> maker) {
        this.edges = edges;
        this.maker = maker;
    }

    /** Puts itself before a component's instantiator; null where Hibernate sets its values one by one. */
    static @Nullable EdgeInstantiator before(Component component, ComponentEdges edges, ManagedBeanRegistry beans) {
        var maker = maker(component, beans);
        if (maker == null) {
            return null;
        }
        var edge = new EdgeInstantiator(edges, maker);
        component.setCustomInstantiator(forwardingTo(edge));
        return edge;
    }

    private static @Nullable Supplier<EmbeddableInstantiator> maker(Component component, ManagedBeanRegistry beans) {
        if (component.isPolymorphic() || component.getTypeName() != null) {
            return null;
        }
        String[] properties = component.getPropertyNames();
        Class<? extends EmbeddableInstantiator> custom = component.getCustomInstantiator();
        Constructor<?> constructor = component.getInstantiator();
        Class<?> type = component.getComponentClass();
        if (custom != null) {
            return () -> beans.getBean(custom).getBeanInstance();
        }
        if (type.isRecord()) {
            return component.isSimpleRecord()
                    ? () -> new EmbeddableInstantiatorRecordStandard(type)
                    : () -> EmbeddableInstantiatorRecordIndirecting.of(type, properties);
        }
        return constructor == null
                ? null
                : () -> EmbeddableInstantiatorPojoIndirecting.of(
                        properties, constructor, component.getInstantiatorPropertyNames());
    }

    /** Hibernate makes an instantiator of its class: each component has one of its own. */
    private static Class<? extends EmbeddableInstantiator> forwardingTo(EdgeInstantiator edge) {
        try (var made = new ByteBuddy()
                .subclass(Object.class)
                .implement(EmbeddableInstantiator.class)
                .defineField(EDGE, EmbeddableInstantiator.class, Visibility.PUBLIC, Ownership.STATIC)
                .method(ElementMatchers.isAbstract())
                .intercept(MethodCall.invokeSelf().onField(EDGE).withAllArguments())
                .make()) {
            Class<?> type = made.load(EdgeInstantiator.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                    .getLoaded();
            type.getField(EDGE).set(null, edge);
            return type.asSubclass(EmbeddableInstantiator.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object instantiate(ValueAccess access) {
        @Nullable Object[] sealed = access == null ? null : access.getValues();
        if (access == null || sealed == null) {
            return maker().instantiate(access);
        }
        @Nullable Object[] values = sealed.clone();
        var origins = new Memory.Origin[sealed.length];
        for (AttributeEdge edge : edges.edges()) {
            int index = edges.index(edge);
            Object value = sealed[index];
            if (value instanceof Posted posted) {
                values[index] = posted.shown();
            } else if (value != null) {
                var reading = edge.attribute().read(value, null);
                values[index] = reading.visible();
                origins[index] = reading.origin();
            }
        }
        Object instance = make(values, access.getOwner());
        remember(instance, sealed, origins);
        return instance;
    }

    private void remember(Object instance, @Nullable Object[] sealed, Memory.@Nullable Origin[] origins) {
        for (AttributeEdge edge : edges.edges()) {
            if (Memory.slot(instance, edge.attribute()) != null) {
                throw Messages.sharedInstance(edge.attribute().rule());
            }
        }
        for (AttributeEdge edge : edges.edges()) {
            int index = edges.index(edge);
            Object value = sealed[index];
            var origin = origins[index];
            if (value == null) {
                Memory.handOut(instance, edge.attribute());
            } else if (origin != null) {
                edge.remember(instance, value, origin);
            }
        }
    }

    /** An instance that shows these values. */
    Object make(@Nullable Object[] values, @Nullable Object owner) {
        return maker().instantiate(new ValueAccess() {
            @Override
            public @Nullable Object[] getValues() {
                return values;
            }

            @Override
            public @Nullable Object getOwner() {
                return owner;
            }
        });
    }

    private EmbeddableInstantiator maker() {
        EmbeddableInstantiator present = made;
        if (present == null) {
            present = maker.get();
            made = present;
        }
        return present;
    }

    @Override
    public boolean isInstance(Object object) {
        return maker().isInstance(object);
    }

    @Override
    public boolean isSameClass(Object object) {
        return maker().isSameClass(object);
    }
}
