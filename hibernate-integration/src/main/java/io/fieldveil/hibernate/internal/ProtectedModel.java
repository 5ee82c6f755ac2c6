package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.FieldveilRuntime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The protected attributes of a session factory's entities, gathered as they are asked for. */
final class ProtectedModel {

    private static final Map<SessionFactoryImplementor, ProtectedModel> MODELS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<EntityPersister, EntityEdges> edges = new ConcurrentHashMap<>();
    private final Map<EntityPersister, Boolean> leading = new ConcurrentHashMap<>();

    private ProtectedModel() {}

    static ProtectedModel of(SessionFactoryImplementor factory) {
        return MODELS.computeIfAbsent(factory, key -> new ProtectedModel());
    }

    static void remove(SessionFactoryImplementor factory) {
        MODELS.remove(factory);
    }

    static List<SessionFactoryImplementor> factories() {
        synchronized (MODELS) {
            return List.copyOf(MODELS.keySet());
        }
    }

    static EntityEdges edgesOf(EntityPersister persister) {
        return of(persister.getFactory()).edges(persister);
    }

    EntityEdges edges(EntityPersister persister) {
        return edges.computeIfAbsent(persister, EntityEdges::of);
    }

    /** Whether associations lead from the entity to one with protected attributes, over however many others. */
    boolean leadsToProtected(EntityPersister persister) {
        Boolean known = leading.get(persister);
        if (known == null) {
            known = Associations.reachableFrom(persister).stream()
                    .anyMatch(reached -> !edges(reached).isEmpty());
            leading.put(persister, known);
        }
        return known;
    }

    /** The runtime that serves the factory's protected attributes; empty if it has none. */
    static Optional<FieldveilRuntime> runtime(SessionFactoryImplementor factory) {
        var model = of(factory);
        @Nullable FieldveilRuntime[] found = new FieldveilRuntime[1];
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(persister ->
                        model.edges(persister).attributes().forEach(attribute -> found[0] = attribute.runtime()));
        return Optional.ofNullable(found[0]);
    }
}
