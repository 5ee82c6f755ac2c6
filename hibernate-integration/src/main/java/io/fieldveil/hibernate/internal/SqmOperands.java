package io.fieldveil.hibernate.internal;

import java.util.List;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmAny;
import org.hibernate.query.sqm.tree.expression.SqmEvery;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.hibernate.query.sqm.tree.select.SqmSubQuery;
import org.hibernate.query.sqm.tree.update.SqmSetClause;

/** The operands of HQL's operations for which there can be a permit: paths, and sub-queries that select one. */
final class SqmOperands {

    private SqmOperands() {}

    static List<?> of(List<? extends SqmTypedNode<?>> expressions) {
        return expressions.stream()
                .map(SqmOperands::unmodified)
                .filter(node -> node instanceof SqmPath<?> || node instanceof SqmSubQuery<?>)
                .toList();
    }

    /** The sub-query behind {@code any (…)} and {@code all (…)}. */
    private static Object unmodified(SqmTypedNode<?> expression) {
        if (expression instanceof SqmAny<?> any) {
            return any.getSubquery();
        }
        return expression instanceof SqmEvery<?> every ? every.getSubquery() : expression;
    }

    /** Both sides of an equality; none of another comparison. */
    static List<?> ofEquality(SqmComparisonPredicate predicate) {
        return isEquality(predicate.getSqmOperator())
                ? of(List.of(predicate.getLeftHandExpression(), predicate.getRightHandExpression()))
                : List.of();
    }

    static boolean isEquality(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, DISTINCT_FROM, NOT_DISTINCT_FROM -> true;
            default -> false;
        };
    }

    static boolean isCount(SqmFunction<?> function) {
        return function.getFunctionName().equals("count");
    }

    /** The paths that {@code count} counts; none of another function. */
    static List<?> counted(SqmFunction<?> function) {
        return isCount(function) ? paths(function.getArguments()) : List.of();
    }

    /** Those of the nodes that are paths. */
    static List<?> paths(List<?> nodes) {
        return nodes.stream().filter(SqmPath.class::isInstance).toList();
    }

    static List<?> targets(SqmSetClause setClause) {
        return setClause.getAssignments().stream()
                .map(assignment -> assignment.getTargetPath())
                .toList();
    }

    static List<?> assigned(SqmSetClause setClause) {
        return of(setClause.getAssignments().stream()
                .<SqmTypedNode<?>>map(assignment -> assignment.getValue())
                .toList());
    }
}
