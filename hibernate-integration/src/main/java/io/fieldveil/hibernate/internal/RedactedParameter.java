package io.fieldveil.hibernate.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcParameterBinding;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is bound without being printed, in a statement that uses a masked attribute: it may be compared with
 * one although its own type does not tell, in a tuple, beside a function, or because a type was given when it was set.
 */
final class RedactedParameter extends DelegatingParameter {

    private final BooleanSupplier needed;

    /** @param needed told when the statement is translated */
    RedactedParameter(JdbcParameter delegate, BooleanSupplier needed) {
        super(delegate);
        this.needed = needed;
    }

    @Override
    public void bindParameterValue(
            PreparedStatement statement,
            int startPosition,
            JdbcParameterBindings jdbcParamBindings,
            ExecutionContext executionContext)
            throws SQLException {
        var binding = jdbcParamBindings.getBinding(delegate());
        ValueBinder<Object> silent =
                binding == null || !needed.getAsBoolean() ? null : silent(binding, executionContext);
        if (binding == null || silent == null) {
            delegate()
                    .getParameterBinder()
                    .bindParameterValue(statement, startPosition, jdbcParamBindings, executionContext);
        } else {
            silent.bind(statement, binding.getBindValue(), startPosition, executionContext.getSession());
        }
    }

    /** What binds as the parameter's type does and prints nothing; null where that type cannot be told or redacted. */
    private @Nullable ValueBinder<Object> silent(JdbcParameterBinding binding, ExecutionContext context) {
        JdbcMapping type = binding.getBindType() == null
                ? getExpressionType() == null ? null : getExpressionType().getSingleJdbcMapping()
                : binding.getBindType();
        if (type == null || type.getMappedJavaType().getJavaTypeClass() == Object.class) {
            type = context.getSession()
                                    .getFactory()
                                    .getMappingMetamodel()
                                    .resolveParameterBindType(binding.getBindValue())
                            instanceof JdbcMapping found
                    ? found
                    : null;
        }
        return type == null ? null : binder(type);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable ValueBinder<Object> binder(JdbcMapping type) {
        try {
            JavaType<?> redacted = new RedactedJavaTypes().of(type.getJdbcJavaType());
            return (ValueBinder<Object>) type.getJdbcType().getBinder(redacted);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
