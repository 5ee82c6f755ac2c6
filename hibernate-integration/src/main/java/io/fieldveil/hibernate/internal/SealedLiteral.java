package io.fieldveil.hibernate.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.sql.exec.internal.AbstractJdbcParameter;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.type.descriptor.ValueBinder;

/**
 * A literal that a bulk statement stores. It is sealed whenever the statement runs, not once when it is translated: the
 * plan is shared, and another tenant has other keys.
 */
final class SealedLiteral extends AbstractJdbcParameter implements Written {

    private final ProtectedAttribute attribute;
    private final Object literal;

    SealedLiteral(JdbcMapping mapping, ProtectedAttribute attribute, Object literal) {
        super(mapping);
        this.attribute = attribute;
        this.literal = literal;
    }

    @Override
    public void bindParameterValue(
            PreparedStatement statement,
            int startPosition,
            JdbcParameterBindings jdbcParamBindings,
            ExecutionContext executionContext)
            throws SQLException {
        Object column = attribute.sealing().toColumn(literal);
        Written.refuse(attribute, literal, column);
        @SuppressWarnings("unchecked")
        ValueBinder<Object> binder = getSingleJdbcMapping().getJdbcValueBinder();
        binder.bind(statement, column, startPosition, executionContext.getSession());
    }

    @Override
    public void check(DomainQueryExecutionContext context) {
        Written.refuse(attribute, literal, attribute.sealing().toColumn(literal));
    }
}
