package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/** What stands in which table: that of a table-per-class subclass repeats the inherited properties. */
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

    /** The entity, what it extends, and what extends it. */
    static List<PersistentClass> hierarchy(PersistentClass entity) {
        var all = new ArrayList<PersistentClass>(entity.getSubclassClosure());
        for (PersistentClass each = entity.getSuperclass(); each != null; each = each.getSuperclass()) {
            all.add(each);
        }
        return all;
    }

    /** The tables whose columns SQL about an entity can name without naming the table. */
    static Set<Table> tables(PersistentClass entity) {
        var tables = new HashSet<Table>();
        for (PersistentClass each : hierarchy(entity)) {
            tables.add(each.getTable());
            each.getJoins().forEach(join -> tables.add(join.getTable()));
        }
        return tables;
    }

    static Table table(PersistentClass entity, Property property) {
        return entity instanceof UnionSubclass
                ? entity.getTable()
                : property.getValue().getTable();
    }
}
