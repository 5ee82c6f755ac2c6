package io.fieldveil.hibernate.internal;

import java.util.List;
import java.util.Set;
import org.hibernate.dialect.function.SqlColumn;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.query.sqm.function.SelfRenderingSqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.sql.ast.spi.StringBuilderSqlAppender;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.jspecify.annotations.Nullable;

/**
 * {@code sql('…')} and {@code column(…)} are native SQL inside HQL: the protected attributes that they touch. A fragment
 * that stands for a whole row, or that is not known before the statement runs, touches all that there are.
 */
final class NativeFragments {

    /** Every column there is. */
    private static final String UNKNOWN = "*";

    private NativeFragments() {}

    static Set<ProtectedAttribute> named(
            SqmFunction<?> function, SessionFactoryImplementor factory, JdbcMapping anyType) {
        String fragment = fragment(function, anyType);
        var guard = fragment == null ? null : NativeSqlGuardFactory.guardOf(factory);
        return fragment == null || guard == null ? Set.of() : guard.readByFragment(fragment);
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
}
