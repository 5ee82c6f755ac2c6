package io.fieldveil.hibernate.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

/**
 * {@code sql('…')} and {@code column(…)} are native SQL inside HQL: the protected attributes that they name. A fragment
 * that stands for a whole row, or that is not known before the statement runs, names all that there are.
 */
final class NativeFragments {

    private static final String UNKNOWN = "*";
    private static final Pattern COUNT_OF_ROWS =
            Pattern.compile("count\\s*\\(\\s*\\*\\s*\\)", Pattern.CASE_INSENSITIVE);
    /** All columns, or an alias as Hibernate makes them ({@code c1_0}) without a column, which is a row to PostgreSQL. */
    private static final Pattern WHOLE_ROW =
            Pattern.compile("(?:^|[.,(]|\\bselect)\\s*\\*|\\b\\w*\\d+_\\d+\\b(?!\\s*\\.)");

    private NativeFragments() {}

    static Set<ProtectedAttribute> named(SqmFunction<?> function, MappingMetamodel metamodel, JdbcMapping anyType) {
        String fragment = fragment(function, anyType);
        if (fragment == null) {
            return Set.of();
        }
        var text = new SqlText(fragment);
        boolean row = WHOLE_ROW
                .matcher(COUNT_OF_ROWS.matcher(fragment).replaceAll(""))
                .find();
        var found = new LinkedHashSet<ProtectedAttribute>();
        metamodel.forEachEntityDescriptor(persister -> collect(persister, text, row, found));
        return found;
    }

    private static void collect(EntityPersister persister, SqlText text, boolean row, Set<ProtectedAttribute> found) {
        var edges = ProtectedModel.edgesOf(persister);
        for (ElementPlace collection : edges.elements()) {
            collection.places().forEach(place -> collect(place.attribute(), place.mapping(), text, row, found));
            if (collection.texts() != null) {
                collect(collection.texts(), collection.mapping().getElementDescriptor(), text, row, found);
            }
        }
        for (var place : edges.places()) {
            collect(place.attribute(), persister.findByPath(place.path()), text, row, found);
        }
    }

    private static void collect(
            ProtectedAttribute attribute,
            @Nullable Object part,
            SqlText text,
            boolean row,
            Set<ProtectedAttribute> found) {
        if (row
                || (part instanceof SelectableMapping column
                        && (text.names(unquoted(column.getSelectionExpression()))
                                || text.names(unquoted(column.getContainingTableExpression()))))) {
            found.add(attribute);
        }
    }

    private static @Nullable String fragment(SqmFunction<?> function, JdbcMapping anyType) {
        if (function.getFunctionName().equals("sql")) {
            return function.getArguments().get(0) instanceof SqmLiteral<?> literal
                    ? String.valueOf(literal.getLiteralValue())
                    : UNKNOWN;
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
