package io.fieldveil.hibernate.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryParameterBinding;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.spi.QueryParameterImplementor;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBinder;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.jspecify.annotations.Nullable;

/** A parameter that a bulk statement stores: a value without normal form, a token or a mask is an error there. */
final class WrittenParameter extends DelegatingParameter implements Written {

    private final JdbcParameterBinder binder;
    private final ProtectedAttribute attribute;
    private final QueryParameterImplementor<?> source;

    /**
     * @param binder binds it after the checks
     * @param source the query's parameter, whose value is what the application set
     */
    WrittenParameter(
            JdbcParameter delegate,
            JdbcParameterBinder binder,
            ProtectedAttribute attribute,
            QueryParameterImplementor<?> source) {
        super(delegate);
        this.binder = binder;
        this.attribute = attribute;
        this.source = source;
    }

    @Override
    public void bindParameterValue(
            PreparedStatement statement,
            int startPosition,
            JdbcParameterBindings jdbcParamBindings,
            ExecutionContext executionContext)
            throws SQLException {
        var binding = jdbcParamBindings.getBinding(delegate());
        refuse(executionContext.getQueryParameterBindings(), binding == null ? null : binding.getBindValue());
        binder.bindParameterValue(statement, startPosition, jdbcParamBindings, executionContext);
    }

    @Override
    public void check(DomainQueryExecutionContext context) {
        Object value = set(context.getQueryParameterBindings());
        refuse(
                context.getQueryParameterBindings(),
                value == null ? null : attribute.sealing().toColumn(value));
    }

    /**
     * {@code Fieldveil.token} is for searching: a token is no value to store, wherever it was copied from.
     *
     * @param column what would be bound; null for null
     */
    private void refuse(QueryParameterBindings bindings, @Nullable Object column) {
        Object value = set(bindings);
        if (value instanceof String text && QueryTokens.isToken(text)) {
            throw Messages.tokenTyped(attribute.rule());
        }
        if (column != null) {
            Written.refuse(attribute, value == null ? column : value, column);
        }
    }

    /** What the application set; null for null, and for one of several values. */
    private @Nullable Object set(QueryParameterBindings bindings) {
        QueryParameterBinding<?> set = bindings.getBinding(source);
        return set.isBound() && !set.isMultiValued() ? set.getBindValue() : null;
    }
}
