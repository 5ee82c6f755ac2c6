package io.fieldveil.hibernate.internal;

import java.util.List;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/** Which properties an entity's own table holds: that of a table-per-class subclass repeats the inherited ones. */
final class EntityTables {

    private EntityTables() {}

    static List<Property> properties(PersistentClass entity) {
        return entity instanceof UnionSubclass ? entity.getPropertyClosure() : entity.getProperties();
    }

    /** The entity whose rows a collection holds; null if it holds none. */
    static @Nullable PersistentClass elements(Collection collection, InFlightMetadataCollector metadata) {
        String target = collection.getElement() instanceof OneToMany toMany
                ? toMany.getReferencedEntityName()
                : collection.getElement() instanceof ToOne toOne ? toOne.getReferencedEntityName() : null;
        return target == null ? null : metadata.getEntityBinding(target);
    }

    static Table table(PersistentClass entity, Property property) {
        return entity instanceof UnionSubclass
                ? entity.getTable()
                : property.getValue().getTable();
    }
}
