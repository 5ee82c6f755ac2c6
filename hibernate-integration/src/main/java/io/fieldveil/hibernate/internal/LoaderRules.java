package io.fieldveil.hibernate.internal;

import java.util.LinkedHashSet;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code @SQLSelect} that does more with a protected column than select it for the entity that covers it: anyone
 * can run it by its name, as a native query, and it would need the permissions.
 */
final class LoaderRules {

    private final Problems problems;
    private final ProtectedColumns columns;

    LoaderRules(Problems problems, ProtectedColumns columns) {
        this.problems = problems;
        this.columns = columns;
    }

    void check(InFlightMetadataCollector metadata) {
        for (PersistentClass entity : metadata.getEntityBindingMap().values()) {
            check(metadata, entity.getLoaderName(), entity, "Entity '" + entity.getJpaEntityName() + "'");
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            check(metadata, collection.getLoaderName(), null, "Collection '" + collection.getRole() + "'");
        }
    }

    private void check(
            InFlightMetadataCollector metadata,
            @Nullable String loader,
            @Nullable PersistentClass entity,
            String place) {
        var query = loader == null ? null : metadata.getNamedNativeQueryMapping(loader);
        if (query == null) {
            return;
        }
        var touched = columns.touchedBy(query.getSqlQueryString());
        var wrong = new LinkedHashSet<>(touched.used());
        wrong.addAll(touched.changed());
        touched.selected().stream()
                .filter(column -> entity == null || entity.hasSubclasses() || !columns.isCoveredBy(entity, column))
                .forEach(wrong::add);
        for (ProtectedAttribute attribute : columns.attributes(wrong)) {
            problems.add(
                    "FV-139",
                    place,
                    "it is loaded by SQL of its own (@SQLSelect) that uses the column of "
                            + attribute.rule().place()
                            + ", which would be refused without its permission. An entity without subclasses may select its own"
                            + " columns under their own names; or use @HQLSelect, or let Hibernate load it.");
        }
    }
}
