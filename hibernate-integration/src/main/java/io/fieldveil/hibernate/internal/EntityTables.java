package io.fieldveil.hibernate.internal;

import java.util.List;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;

/** Which properties an entity's own table holds: that of a table-per-class subclass repeats the inherited ones. */
final class EntityTables {

    private EntityTables() {}

    static List<Property> properties(PersistentClass entity) {
        return entity instanceof UnionSubclass ? entity.getPropertyClosure() : entity.getProperties();
    }

    static Table table(PersistentClass entity, Property property) {
        return entity instanceof UnionSubclass
                ? entity.getTable()
                : property.getValue().getTable();
    }
}
