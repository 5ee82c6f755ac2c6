package io.fieldveil.hibernate.internal;

import java.util.function.Predicate;
import org.hibernate.internal.util.collections.Stack;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertSelectStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertValuesStatement;
import org.hibernate.query.sqm.tree.select.SqmQueryPart;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.hibernate.sql.ast.Clause;
import org.jspecify.annotations.Nullable;

/**
 * Where in a statement its translator stands.
 *
 * @param part the query part that is visited; null in a statement that has none
 * @param clauses the clauses that are visited, the innermost on top
 * @param joining whether the predicate of a join is visited
 */
record QueryPosition(
        SqmStatement<?> statement, @Nullable SqmQueryPart<?> part, Stack<Clause> clauses, boolean joining) {

    /** Whether what is visited is the select clause of the statement itself: no sub-query, set operation, or insert. */
    @SuppressWarnings("ReferenceEquality") // the very same query part is meant
    boolean isRootSelection() {
        return statement instanceof SqmSelectStatement<?> select && part == select.getQueryPart();
    }

    /**
     * Whether the current expression becomes part of what its query returns or stores, and is not merely compared or
     * sorted by. A clause that is not known to decide counts: windows, and the arguments of functions in the from clause.
     */
    boolean isResult() {
        return !joining && !isWithin(QueryPosition::decides);
    }

    /** Whether what the current query returns is stored elsewhere. */
    boolean isStored() {
        return statement instanceof SqmInsertSelectStatement<?> || isWithin(Clause.SET_EXPRESSION::equals);
    }

    /** Whether the current expression is assigned. */
    boolean isAssigned() {
        return clauses.getCurrent() == Clause.SET_EXPRESSION;
    }

    boolean isGrouping() {
        return clauses.getCurrent() == Clause.GROUP;
    }

    /** Whether a parameter or literal here is a value to store. */
    boolean isWriting() {
        Clause clause = clauses.getCurrent();
        return clause == Clause.SET_EXPRESSION
                || clause == Clause.VALUES
                || clause == Clause.INSERT
                || statement instanceof SqmInsertValuesStatement<?>
                || (statement instanceof SqmInsertSelectStatement<?> && clause == Clause.SELECT);
    }

    private static boolean decides(Clause clause) {
        return switch (clause) {
            case WHERE, HAVING, GROUP, ORDER -> true;
            default -> false;
        };
    }

    private boolean isWithin(Predicate<Clause> wanted) {
        return clauses.findCurrentFirst(clause -> wanted.test(clause) ? clause : null) != null;
    }
}
