package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.hibernate.engine.spi.LoadQueryInfluencers;
import org.hibernate.metamodel.mapping.MappingModelExpressible;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.query.spi.QueryParameterBindings;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.query.sqm.tree.expression.SqmParameter;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.spi.SqlAstCreationContext;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.jspecify.annotations.Nullable;

/**
 * Translates the literals and parameters of HQL and criteria: what is compared with an encrypted attribute is of its
 * domain, what a bulk statement stores is looked at where it is bound, and what stands beside a masked attribute is bound
 * without being printed.
 */
abstract class GuardedValueTranslator<T extends Statement> extends GuardedExpressionTranslator<T> {

    private final DomainParameterXref parameters;
    private final ParameterDomains parameterDomains = new ParameterDomains();

    GuardedValueTranslator(
            SqmStatement<?> statement,
            QueryOptions queryOptions,
            DomainParameterXref domainParameterXref,
            QueryParameterBindings domainParameterBindings,
            LoadQueryInfluencers loadQueryInfluencers,
            SqlAstCreationContext creationContext,
            boolean deduplicateSelectionItems) {
        super(
                statement,
                queryOptions,
                domainParameterXref,
                domainParameterBindings,
                loadQueryInfluencers,
                creationContext,
                deduplicateSelectionItems);
        parameters = domainParameterXref;
    }

    @Override
    public Expression visitLiteral(SqmLiteral<?> literal) {
        Expression expression = super.visitLiteral(literal);
        var attribute = Attributes.ofExpression(expression);
        Object value = literal.getLiteralValue();
        if (attribute == null
                || value == null
                || !attribute.sealing().encrypted()
                || !(expression instanceof QueryLiteral<?> sealed)) {
            return expression;
        }
        if (position().isWriting()) {
            return written(new SealedLiteral(sealed.getExpressionType().getSingleJdbcMapping(), attribute, value));
        }
        checks.literal(attribute);
        return expression;
    }

    private Expression written(SealedLiteral literal) {
        writes.written(literal);
        boolean selected = getCurrentClauseStack().getCurrent() == Clause.SELECT;
        return selected ? new SqmParameterInterpretation(List.of(literal), literal.getExpressionType()) : literal;
    }

    @Override
    protected Expression consumeSqmParameter(
            SqmParameter<?> parameter,
            MappingModelExpressible<?> valueMapping,
            BiConsumer<Integer, JdbcParameter> consumer) {
        var attribute = Attributes.of(valueMapping);
        parameterDomains.meet(parameter, attribute);
        if (attribute == null || !position().isWriting()) {
            return isTyped(valueMapping, attribute)
                    ? super.consumeSqmParameter(parameter, valueMapping, consumer)
                    : consume(parameter, valueMapping, consumer, this::redacted);
        }
        return consume(parameter, valueMapping, consumer, jdbcParameter -> {
            var written = new WrittenParameter(
                    jdbcParameter, redacted(jdbcParameter), attribute, parameters.getQueryParameter(parameter));
            writes.written(written);
            return written;
        });
    }

    /**
     * Whether a parameter takes the type of what it is compared with, or is to stay Hibernate's own: some functions, and
     * paging, read its value when the statement is rendered. Beside ciphertext it takes no length: MySQL and MariaDB would
     * fill it up with zeros where a select clause casts it, and it would equal nothing.
     */
    private boolean isTyped(@Nullable MappingModelExpressible<?> valueMapping, @Nullable ProtectedAttribute attribute) {
        if (attribute != null && attribute.sealing().opaque()) {
            return false;
        }
        Clause clause = getCurrentClauseStack().getCurrent();
        return isArgument()
                || clause == Clause.OFFSET
                || clause == Clause.FETCH
                || (valueMapping instanceof ModelPart && attribute == null);
    }

    private RedactedParameter redacted(JdbcParameter parameter) {
        return new RedactedParameter(parameter, checks::usePlainValues);
    }

    private Expression consume(
            SqmParameter<?> parameter,
            MappingModelExpressible<?> valueMapping,
            BiConsumer<Integer, JdbcParameter> consumer,
            UnaryOperator<JdbcParameter> wrapper) {
        var wrapped = new ArrayList<JdbcParameter>();
        super.consumeSqmParameter(parameter, valueMapping, (index, jdbcParameter) -> {
            var guarded = wrapper.apply(jdbcParameter);
            wrapped.add(guarded);
            consumer.accept(index, guarded);
        });
        return new SqmParameterInterpretation(wrapped, valueMapping);
    }
}
