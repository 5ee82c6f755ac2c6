package io.fieldveil.hibernate.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.spi.QueryParameterBinding;
import org.hibernate.query.spi.QueryParameterImplementor;
import org.hibernate.sql.ast.SqlAstWalker;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBinder;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.jspecify.annotations.Nullable;

/** A parameter that a bulk statement stores: a value without normal form, a token or a mask is an error there. */
final class WrittenParameter implements JdbcParameter, JdbcParameterBinder {

    private final JdbcParameter delegate;
    private final ProtectedAttribute attribute;
    private final QueryParameterImplementor<?> source;

    /** @param source the query's parameter, whose value is what the application set */
    WrittenParameter(JdbcParameter delegate, ProtectedAttribute attribute, QueryParameterImplementor<?> source) {
        this.delegate = delegate;
        this.attribute = attribute;
        this.source = source;
    }

    @Override
    public JdbcParameterBinder getParameterBinder() {
        return this;
    }

    @Override
    public @Nullable Integer getParameterId() {
        return delegate.getParameterId();
    }

    @Override
    public JdbcMappingContainer getExpressionType() {
        return delegate.getExpressionType();
    }

    @Override
    public void accept(SqlAstWalker sqlTreeWalker) {
        sqlTreeWalker.visitParameter(this);
    }

    @Override
    public void bindParameterValue(
            PreparedStatement statement,
            int startPosition,
            JdbcParameterBindings jdbcParamBindings,
            ExecutionContext executionContext)
            throws SQLException {
        refuseToken(executionContext.getQueryParameterBindings().getBinding(source));
        var binding = jdbcParamBindings.getBinding(delegate);
        if (binding != null && binding.getBindValue() != null) {
            refuse(attribute, binding.getBindValue());
        }
        delegate.getParameterBinder().bindParameterValue(statement, startPosition, jdbcParamBindings, executionContext);
    }

    /** The same checks, by what the application set, where another parameter will bind the value. */
    void check(DomainQueryExecutionContext context) {
        var set = context.getQueryParameterBindings().getBinding(source);
        refuseToken(set);
        Object value = set.isBound() && !set.isMultiValued() ? set.getBindValue() : null;
        if (value != null) {
            refuse(attribute, attribute.sealing().toColumn(value));
        }
    }

    /** {@code Fieldveil.token} is for searching: a token is no value to store, wherever it was copied from. */
    private void refuseToken(QueryParameterBinding<?> set) {
        if (set.isBound()
                && !set.isMultiValued()
                && set.getBindValue() instanceof String text
                && QueryTokens.isToken(text)) {
            throw Messages.tokenTyped(attribute.rule());
        }
    }

    /** Refuses a column value that must not be stored. */
    static void refuse(ProtectedAttribute attribute, Object columnValue) {
        if (Sealing.matchesNothing(columnValue)) {
            throw Messages.noNormalForm(attribute.rule(), "It has no valid form for this attribute.");
        }
        if (!attribute.sealing().opaque() && attribute.isMarkedMask(columnValue)) {
            throw Messages.maskTyped(attribute.rule());
        }
    }
}
