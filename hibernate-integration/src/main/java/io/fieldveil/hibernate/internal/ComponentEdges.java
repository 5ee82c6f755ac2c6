package io.fieldveil.hibernate.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.mapping.Component;
import org.hibernate.resource.beans.spi.ManagedBeanRegistry;
import org.jspecify.annotations.Nullable;

/** The edges of one embeddable's attributes, at one place of the mapping. */
final class ComponentEdges {

    private final List<String> names;
    private final List<AttributeEdge> edges = new CopyOnWriteArrayList<>();
    private final Map<String, EmbeddedEdge> embedded = new ConcurrentHashMap<>();
    private final @Nullable EdgeInstantiator instantiator;

    ComponentEdges(Component component, ManagedBeanRegistry beans) {
        var unused = component.getType(); // from here on, its properties have their order
        names = List.of(component.getPropertyNames());
        instantiator = EdgeInstantiator.before(component, this, beans);
    }

    /** Hibernate builds each property's access more than once; one edge is as good as another. */
    void add(AttributeEdge edge) {
        edges.removeIf(known -> known.attribute() == edge.attribute());
        edges.add(edge);
    }

    void add(String property, EmbeddedEdge edge) {
        embedded.put(property, edge);
    }

    /** Those of embeddables within it. */
    Collection<EmbeddedEdge> embedded() {
        return embedded.values();
    }

    List<AttributeEdge> edges() {
        return edges;
    }

    /** Where an attribute stands among the values that an instance is made of. */
    int index(AttributeEdge edge) {
        return names.indexOf(edge.attribute().name());
    }

    /** Whether instances are made of their values at once. */
    boolean areMade() {
        return instantiator != null;
    }

    @Nullable
    EdgeInstantiator instantiator() {
        return instantiator;
    }
}
