package io.fieldveil.hibernate.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.dialect.function.SqlColumn;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.sqm.function.SelfRenderingSqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.sql.ast.spi.StringBuilderSqlAppender;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.jspecify.annotations.Nullable;

/** {@code sql('…')} and {@code column(…)} are native SQL inside HQL: the protected attributes that they name. */
final class NativeFragments {

    private NativeFragments() {}

    static Set<ProtectedAttribute> named(SqmFunction<?> function, MappingMetamodel metamodel, JdbcMapping anyType) {
        String fragment = fragment(function, anyType);
        if (fragment == null) {
            return Set.of();
        }
        var text = new SqlText(fragment);
        var found = new LinkedHashSet<ProtectedAttribute>();
        metamodel.forEachEntityDescriptor(persister -> collect(persister, text, found));
        return found;
    }

    private static void collect(EntityPersister persister, SqlText text, Set<ProtectedAttribute> found) {
        for (var place : ProtectedModel.edgesOf(persister).places()) {
            if (persister.findByPath(place.path()) instanceof SelectableMapping column
                    && (text.names(unquoted(column.getSelectionExpression()))
                            || text.names(unquoted(column.getContainingTableExpression())))) {
                found.add(place.attribute());
            }
        }
    }

    private static @Nullable String fragment(SqmFunction<?> function, JdbcMapping anyType) {
        if (function.getFunctionName().equals("sql")) {
            return function.getArguments().get(0) instanceof SqmLiteral<?> literal
                    ? String.valueOf(literal.getLiteralValue())
                    : "";
        }
        if (function instanceof SelfRenderingSqmFunction<?> rendering
                && rendering.getFunctionRenderer() instanceof SqlColumn column) {
            var sql = new StringBuilderSqlAppender();
            column.render(sql, List.of(new ColumnReference("t", "c", false, null, anyType)), null, null);
            return sql.getStringBuilder().toString();
        }
        return null;
    }

    private static String unquoted(String identifier) {
        return identifier.replaceAll("[\"`\\[\\]]", "");
    }
}
