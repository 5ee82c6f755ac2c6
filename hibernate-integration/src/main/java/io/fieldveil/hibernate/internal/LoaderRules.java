package io.fieldveil.hibernate.internal;

import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code @SQLSelect} over a protected table: its columns go where the text says, past the attribute that covers
 * them, and anyone can run it by its name, as a native query, which needs the permissions.
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
            check(metadata, entity.getLoaderName(), "Entity '" + entity.getJpaEntityName() + "'");
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            check(metadata, collection.getLoaderName(), "Collection '" + collection.getRole() + "'");
        }
    }

    private void check(InFlightMetadataCollector metadata, @Nullable String loader, String place) {
        var query = loader == null ? null : metadata.getNamedNativeQueryMapping(loader);
        if (query == null) {
            return;
        }
        for (ProtectedAttribute attribute : columns.inTablesOf(query.getSqlQueryString())) {
            problems.add(
                    "FV-139",
                    place,
                    "it is loaded by SQL of its own (@SQLSelect) over the table of "
                            + attribute.rule().place()
                            + ", which would be refused without its permission; use @HQLSelect, or let Hibernate load it.");
        }
    }
}
