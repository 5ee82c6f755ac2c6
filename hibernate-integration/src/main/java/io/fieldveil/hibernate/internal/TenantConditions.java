package io.fieldveil.hibernate.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.JoinedSubclass;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** By table, the SQL that tells one tenant's rows by {@code @TenantId}, here or in the table that they belong to. */
final class TenantConditions {

    private final Map<Table, String> conditions = new HashMap<>();
    private final SessionFactoryImplementor factory;
    private final Dialect dialect;

    private TenantConditions(SessionFactoryImplementor factory) {
        this.factory = factory;
        dialect = factory.getJdbcServices().getDialect();
    }

    /** No entry for tables whose rows are not told apart. Conditions are on alias {@code t}, with one parameter. */
    static Map<Table, String> of(Metadata metadata, SessionFactoryImplementor factory) {
        var made = new TenantConditions(factory);
        metadata.getEntityBindings().forEach(made::addEntity);
        metadata.getCollectionBindings().forEach(made::addCollection);
        return made.conditions;
    }

    private void addEntity(PersistentClass entity) {
        Column tenant = tenantColumn(entity);
        if (tenant == null) {
            return;
        }
        Table root = entity.getRootTable();
        Table own = entity.getTable();
        if (own.equals(root) || own instanceof DenormalizedTable) {
            conditions.put(own, "t." + tenant.getQuotedName(dialect) + " = ?");
        } else if (entity instanceof JoinedSubclass joined) {
            addDependent(own, joined.getKey().getColumns(), entity, tenant);
        }
        for (Join join : entity.getJoins()) {
            addDependent(join.getTable(), join.getKey().getColumns(), entity, tenant);
        }
    }

    private void addCollection(Collection collection) {
        PersistentClass owner = collection.getOwner();
        Column tenant = tenantColumn(owner);
        if (tenant != null
                && !(collection.getElement() instanceof OneToMany)
                && collection.getReferencedPropertyName() == null) {
            addDependent(collection.getCollectionTable(), collection.getKey().getColumns(), owner, tenant);
        }
    }

    /** A table whose rows belong to those of the owner's root table, by its primary key. */
    private void addDependent(Table table, List<Column> key, PersistentClass owner, Column tenant) {
        List<Column> referred = owner.getIdentifier().getColumns();
        if (key.size() != referred.size() || owner.getRootTable() instanceof DenormalizedTable) {
            return;
        }
        var condition = new StringBuilder("exists (select 1 from ")
                .append(factory.getSqlStringGenerationContext()
                        .format(owner.getRootTable().getQualifiedTableName()))
                .append(" o where o.")
                .append(tenant.getQuotedName(dialect))
                .append(" = ?");
        for (int i = 0; i < key.size(); i++) {
            condition
                    .append(" and o.")
                    .append(referred.get(i).getQuotedName(dialect))
                    .append(" = t.")
                    .append(key.get(i).getQuotedName(dialect));
        }
        conditions.put(table, condition.append(')').toString());
    }

    private static @Nullable Column tenantColumn(PersistentClass entity) {
        for (Property property : entity.getPropertyClosure()) {
            if (property.getValue() instanceof BasicValue value
                    && PiiAnnotations.isTenantId(value.getMemberDetails())
                    && value.getColumn() instanceof Column column) {
                return column;
            }
        }
        return null;
    }
}
