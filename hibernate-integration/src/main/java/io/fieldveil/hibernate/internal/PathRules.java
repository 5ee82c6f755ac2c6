package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.Permits.Use;
import org.hibernate.query.sqm.sql.internal.BasicValuedPathInterpretation;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which uses of a protected attribute a query may make. What is ciphertext is refused at once, what is masked is
 * recorded and asked for at each execution.
 */
final class PathRules {

    private final Permits permits;
    private final QueryParts parts;
    private final SelectedPaths selected;
    private final ExecutionChecks checks;
    private final BulkWrites writes;

    PathRules(Permits permits, QueryParts parts, SelectedPaths selected, ExecutionChecks checks, BulkWrites writes) {
        this.permits = permits;
        this.parts = parts;
        this.selected = selected;
        this.checks = checks;
        this.writes = writes;
    }

    /** A path to an attribute, translated; what is to stand for it. */
    Expression basic(Expression expression, SqmPath<?> path, ProtectedAttribute attribute, QueryPosition position) {
        Use use = permits.consume(path);
        if (use == null) {
            refuseOpaque(attribute, permits.operation());
            flowOn(attribute, position);
            return expression;
        }
        switch (use) {
            case TARGET -> writes.target(attribute);
            case COUNT, NULLNESS -> checks.queried(attribute);
            case COMPARE -> {
                compared(attribute, use);
                flowOn(attribute, position);
            }
            case DISTINCT, GROUP, COPY -> compared(attribute, use);
            case SELECT, SELECT_DISTINCT -> {
                return selection(expression, path, attribute, use, position);
            }
        }
        return expression;
    }

    /** The elements of a collection, among which something is looked for. */
    void member(ProtectedAttribute attribute, QueryPosition position) {
        compared(attribute, Use.COMPARE);
        flowOn(attribute, position);
    }

    private void compared(ProtectedAttribute attribute, Use use) {
        if (!attribute.sealing().comparable()) {
            throw Messages.incomparable(attribute.rule(), use == Use.GROUP ? "grouping" : "a comparison");
        }
        checks.queried(attribute);
    }

    private Expression selection(
            Expression expression, SqmPath<?> path, ProtectedAttribute attribute, Use use, QueryPosition position) {
        selected.remember(path, attribute);
        if (use == Use.SELECT_DISTINCT) {
            if (!attribute.sealing().comparable()) {
                throw Messages.operation(attribute.rule(), "DISTINCT", "Equal values have different ciphertexts.");
            }
            checks.queried(attribute);
        }
        if (position.isRootSelection()) {
            if (expression instanceof BasicValuedPathInterpretation<?> interpretation) {
                return new OpenedPath<>(interpretation, attribute);
            }
            refuseOpaque(attribute, "selecting it here");
        }
        if (parts.isSetOperand(position.part())) {
            refuseOpaque(attribute, "a set operation");
        }
        if (writes.isCopied(path)) {
            checks.queried(attribute);
        } else {
            flowOn(attribute, position);
        }
        return expression;
    }

    /** A masked value that is not itself selected, but goes into what a statement returns, or stores. */
    private void flowOn(ProtectedAttribute attribute, QueryPosition position) {
        checks.queried(attribute);
        if (!attribute.masked() || attribute.sealing().opaque() || !position.isResult()) {
            return;
        }
        if (!position.isStored()) {
            checks.shown(attribute);
        } else if (!writes.takes(attribute)) {
            throw Messages.copyOut(attribute.rule());
        }
    }

    /** @param attribute the first protected attribute within the embeddable; null if there is none */
    void embeddable(SqmPath<?> path, @Nullable ProtectedAttribute attribute, QueryPosition position) {
        if (attribute == null) {
            return;
        }
        Use use = permits.consume(path);
        if (use != Use.SELECT || !position.isRootSelection()) {
            throw Messages.wholeEmbeddable(attribute.rule());
        }
        selected.rememberEmbeddable(path, attribute);
    }

    /** A sub-query that nothing compares and that is no table: the outer query could compute with what it selects. */
    void subQuery(SelectStatement statement) {
        for (var selection : statement.getQuerySpec().getSelectClause().getSqlSelections()) {
            var attribute = Attributes.ofExpression(selection.getExpression());
            if (attribute != null) {
                refuseOpaque(attribute, "this use of a sub-query");
            }
        }
    }

    /**
     * A selected attribute by which rows are grouped or ordered. What orders the rows is shown with them, or a mask would
     * be taken for the value from which the next page starts.
     */
    void grouped(SelectedPaths.Item item, boolean grouping) {
        var attribute = item.attribute();
        if (item.embeddable()) {
            throw Messages.wholeEmbeddable(attribute.rule());
        }
        if (!grouping || !attribute.sealing().comparable()) {
            refuseOpaque(attribute, grouping ? "grouping" : "ordering");
        }
        checks.queried(attribute);
        if (!grouping) {
            checks.shown(attribute);
        }
    }

    /** All elements of a collection, which one function takes together. */
    void aggregated(ProtectedAttribute attribute, String function) {
        refuseOpaque(attribute, "the function " + function);
        checks.queried(attribute);
    }

    private static void refuseOpaque(ProtectedAttribute attribute, String operation) {
        if (attribute.sealing().opaque()) {
            throw Messages.operation(
                    attribute.rule(), operation, "Compare with =, <> or IN, or mark the attribute @Masked instead.");
        }
    }
}
