package io.fieldveil.hibernate.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.predicate.ComparisonPredicate;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.exec.internal.AbstractJdbcParameter;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.type.BasicType;

/**
 * A parameter that always binds 1 and, each time it does, asks whether the current context may run the statement. Plans
 * are cached and shared between principals, so that asking at translation would be asking the wrong one.
 */
final class ExecutionGuard extends AbstractJdbcParameter {

    private static final int ANY = 1;

    private final Runnable check;

    private ExecutionGuard(JdbcMapping integer, Runnable check) {
        super(integer);
        this.check = check;
    }

    /** The predicate {@code ? = 1}, which is true, or throws. */
    static Predicate predicate(BasicType<Integer> integer, BasicType<Boolean> bool, Runnable check) {
        return new ComparisonPredicate(
                new ExecutionGuard(integer, check), ComparisonOperator.EQUAL, new QueryLiteral<>(ANY, integer), bool);
    }

    @Override
    public void bindParameterValue(
            PreparedStatement statement,
            int startPosition,
            JdbcParameterBindings jdbcParamBindings,
            ExecutionContext executionContext)
            throws SQLException {
        // What is compared with a literal crosses JDBC nowhere else.
        HibernateTenants.check(executionContext.getSession());
        check.run();
        statement.setInt(startPosition, ANY);
    }
}
