package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.List;
import java.util.Objects;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.UnionSubclassEntityPersister;
import org.jspecify.annotations.Nullable;

/** The column of an attribute, read past Hibernate. */
final class RawColumn {

    private RawColumn() {}

    static List<@Nullable Object> values(JpaFixture jpa, Class<?> entity, String path) {
        var persister = jpa.sessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity);
        var column = (SelectableMapping) Objects.requireNonNull(persister.findByPath(path), path);
        String table = persister instanceof UnionSubclassEntityPersister union
                ? union.getRootTableName()
                : column.getContainingTableExpression();
        return jpa.rows("select " + column.getSelectionExpression() + " as held from " + table).stream()
                .<@Nullable Object>map(row -> row.get("held"))
                .toList();
    }
}
