package io.fieldveil.hibernate.internal;

import java.util.List;
import org.hibernate.query.sqm.sql.internal.SqmParameterInterpretation;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.query.sqm.tree.expression.SqmParameter;
import org.hibernate.sql.ast.tree.expression.Any;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.Every;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.expression.QueryLiteral;
import org.hibernate.sql.ast.tree.insert.Values;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.jspecify.annotations.Nullable;

/** Which two expressions may meet, where at least one of them is ciphertext. */
final class Operands {

    private Operands() {}

    /** Both sides of an equality. */
    static void check(Expression one, Expression other) {
        var left = opaque(typeOf(one));
        var right = opaque(typeOf(other));
        if (left == null && right == null) {
            return;
        }
        var attribute = left != null ? left : right;
        if (attribute != null && !attribute.sealing().comparable()) {
            throw Messages.incomparable(attribute.rule(), "a comparison");
        }
        boolean fits = left != null
                && right != null
                && left.sealing().domain().equals(right.sealing().domain());
        if (attribute != null && !fits && !isNull(one) && !isNull(other)) {
            throw isParameter(one) || isParameter(other)
                    ? Messages.foreignParameter(attribute.rule())
                    : Messages.operands(attribute.rule());
        }
    }

    /**
     * What is looked for among the encrypted texts of a collection.
     *
     * @param source the attribute that it is, if it is one
     */
    static void checkMember(Object sought, @Nullable ProtectedAttribute source, ProtectedAttribute texts) {
        boolean given = sought instanceof SqmParameter<?> || sought instanceof SqmLiteral<?>;
        if (!given
                && (source == null
                        || !source.sealing().domain().equals(texts.sealing().domain()))) {
            throw Messages.operands(texts.rule());
        }
    }

    private static boolean isParameter(Expression expression) {
        return expression instanceof JdbcParameter || expression instanceof SqmParameterInterpretation;
    }

    /**
     * A value that a bulk update assigns.
     *
     * @param source the attribute that the value is, if it is one
     */
    static void checkAssignment(
            @Nullable ProtectedAttribute target, @Nullable ProtectedAttribute source, Expression value) {
        if (target == null || !target.sealing().opaque()) {
            if (source != null
                    && (target == null
                            || !target.masked()
                            || !target.sealing()
                                    .domain()
                                    .equals(source.sealing().domain()))) {
                throw Messages.copyOut(source.rule());
            }
            var ciphertext = opaque(typeOf(value));
            if (ciphertext != null) {
                throw Messages.copyOut(ciphertext.rule());
            }
            if (target != null && value instanceof QueryLiteral<?> literal && literal.getLiteralValue() != null) {
                Written.refuse(target, literal.getLiteralValue(), literal.getLiteralValue());
            }
            return;
        }
        checkStored(target, value);
    }

    /** A row of an insert, by column; what Hibernate adds at the end may be missing. */
    static void checkValues(List<ColumnReference> columns, Values row) {
        var values = row.getExpressions();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            checkInserted(opaque(Attributes.of(columns.get(i).getJdbcMapping())), values.get(i));
        }
    }

    /** The source of an insert, by column. */
    static void checkSource(List<ColumnReference> columns, QuerySpec source) {
        var selections = source.getSelectClause().getSqlSelections();
        for (int i = 0; i < Math.min(columns.size(), selections.size()); i++) {
            var target = opaque(Attributes.of(columns.get(i).getJdbcMapping()));
            Expression selected = selections.get(i).getExpression();
            if (target != null && isParameter(selected) && isUnguarded(selected)) {
                throw Messages.assignment(target.rule());
            }
            checkInserted(target, selected);
        }
    }

    private static void checkInserted(@Nullable ProtectedAttribute target, Expression value) {
        if (target != null) {
            checkStored(target, value);
            return;
        }
        var source = opaque(typeOf(value));
        if (source != null) {
            throw Messages.copyOut(source.rule());
        }
    }

    private static void checkStored(ProtectedAttribute target, Expression value) {
        if (isNull(value)) {
            return;
        }
        var type = opaque(typeOf(value));
        boolean known = value instanceof JdbcParameter
                || value instanceof SqmParameterInterpretation
                || value instanceof QueryLiteral<?>
                || (type != null && target.sealing().comparable() && isStoredValue(value));
        if (!known
                || isUnguarded(value)
                || type == null
                || !type.sealing().domain().equals(target.sealing().domain())) {
            throw Messages.assignment(target.rule());
        }
        if (value instanceof QueryLiteral<?> literal && literal.getLiteralValue() != null) {
            Written.refuse(target, literal.getLiteralValue(), literal.getLiteralValue());
        }
    }

    private static @Nullable ProtectedAttribute typeOf(Expression expression) {
        if (expression instanceof Any any) {
            return typeOf(any.getSubquery());
        }
        if (expression instanceof Every every) {
            return typeOf(every.getSubquery());
        }
        if (expression instanceof SelectStatement statement) {
            var selections = statement.getQuerySpec().getSelectClause().getSqlSelections();
            return selections.size() == 1
                    ? Attributes.ofExpression(selections.get(0).getExpression())
                    : null;
        }
        return Attributes.ofExpression(expression);
    }

    private static boolean isStoredValue(Expression value) {
        return value.getColumnReference() != null || value instanceof SelectStatement;
    }

    /** A parameter that would be stored without {@link WrittenParameter} looking at it. */
    private static boolean isUnguarded(Expression value) {
        Expression resolved = value instanceof SqmParameterInterpretation interpretation
                ? interpretation.getResolvedExpression()
                : value;
        return resolved instanceof JdbcParameter
                && !(resolved instanceof WrittenParameter)
                && !(resolved instanceof SealedLiteral);
    }

    private static @Nullable ProtectedAttribute opaque(@Nullable ProtectedAttribute attribute) {
        return attribute != null && attribute.sealing().opaque() ? attribute : null;
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof QueryLiteral<?> literal && literal.getLiteralValue() == null;
    }
}
