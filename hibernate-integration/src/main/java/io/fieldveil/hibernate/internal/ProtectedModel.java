package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.FieldveilRuntime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The protected attributes of a session factory's entities, gathered as they are asked for. */
final class ProtectedModel {

    private static final Map<SessionFactoryImplementor, ProtectedModel> MODELS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<EntityPersister, EntityEdges> edges = new ConcurrentHashMap<>();
    private final Map<EntityPersister, Boolean> leading = new ConcurrentHashMap<>();

    private volatile @Nullable FieldveilRuntime runtime;

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

    /** What is protected in the elements of a collection; empty if nothing is. */
    Optional<ElementPlace> elements(CollectionPersister collection) {
        var role = collection.getAttributeMapping().getNavigableRole();
        return edges(collection.getOwnerEntityPersister()).elements().stream()
                .filter(place -> place.mapping().getNavigableRole().equals(role))
                .findFirst();
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

    /** The runtime that serves the protected attributes of a mapping; empty if it has none. */
    static Optional<FieldveilRuntime> runtime(Metadata metadata) {
        var found = new ArrayList<ProtectedAttribute>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            ProtectedColumns.forEachProperty(entity, property -> add(found, ProtectedColumns.attribute(property)));
        }
        for (Table table : metadata.collectTableMappings()) {
            table.getColumns().forEach(column -> add(found, SealedConverter.attributeOf(column)));
        }
        return found.stream().findFirst().map(ProtectedAttribute::runtime);
    }

    private static void add(List<ProtectedAttribute> found, @Nullable ProtectedAttribute attribute) {
        if (attribute != null) {
            found.add(attribute);
        }
    }

    /** The runtime that serves the factory's protected attributes; empty if it has none. */
    static Optional<FieldveilRuntime> runtime(SessionFactoryImplementor factory) {
        var model = of(factory);
        if (model.runtime == null) {
            attributes(factory).stream().findFirst().ifPresent(any -> model.runtime = any.runtime());
        }
        return Optional.ofNullable(model.runtime);
    }

    /** All protected attributes of the factory's entities. */
    static List<ProtectedAttribute> attributes(SessionFactoryImplementor factory) {
        var model = of(factory);
        var found = new ArrayList<ProtectedAttribute>();
        factory.getMappingMetamodel()
                .forEachEntityDescriptor(
                        persister -> found.addAll(model.edges(persister).attributes()));
        return found;
    }
}
