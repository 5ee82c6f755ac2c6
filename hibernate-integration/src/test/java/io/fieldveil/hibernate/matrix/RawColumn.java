package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.jspecify.annotations.Nullable;

/** The column of an attribute, read past Hibernate. */
final class RawColumn {

    private RawColumn() {}

    static List<@Nullable Object> values(JpaFixture jpa, Class<?> entity, String path) {
        var column = mapping(jpa, entity, path);
        String sql =
                "select " + column.getSelectionExpression() + " as held from " + column.getContainingTableExpression();
        return jpa.rows(sql).stream()
                .<@Nullable Object>map(row -> row.get("held"))
                .toList();
    }

    private static SelectableMapping mapping(JpaFixture jpa, Class<?> entity, String path) {
        var factory = jpa.sessionFactory().unwrap(SessionFactoryImplementor.class);
        var persister = factory.getMappingMetamodel().getEntityDescriptor(entity);
        return (SelectableMapping) java.util.Objects.requireNonNull(persister.findByPath(path), path);
    }
}
