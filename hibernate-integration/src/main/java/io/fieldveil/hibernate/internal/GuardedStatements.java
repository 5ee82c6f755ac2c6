package io.fieldveil.hibernate.internal;

import org.hibernate.sql.ast.tree.delete.DeleteStatement;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.insert.InsertStatement;
import org.hibernate.sql.ast.tree.predicate.Junction;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SelectStatement;
import org.hibernate.sql.ast.tree.update.UpdateStatement;
import org.jspecify.annotations.Nullable;

/** Adds the predicate that asks whenever a statement runs, if there is something to ask. */
final class GuardedStatements {

    private GuardedStatements() {}

    static SelectStatement select(SelectStatement select, @Nullable Predicate guard) {
        if (guard != null) {
            select.getQueryPart().getFirstQuerySpec().applyPredicate(guard);
        }
        return select;
    }

    static InsertStatement insert(InsertStatement insert, @Nullable Predicate guard) {
        if (guard != null
                && insert instanceof InsertSelectStatement select
                && select.getSourceSelectStatement() != null) {
            select.getSourceSelectStatement().getFirstQuerySpec().applyPredicate(guard);
        }
        return insert;
    }

    static UpdateStatement update(UpdateStatement update, @Nullable Predicate guard) {
        return guard == null
                ? update
                : new UpdateStatement(
                        update,
                        update.getTargetTable(),
                        update.getMutationTarget(),
                        update.getFromClause(),
                        update.getAssignments(),
                        and(update.getRestriction(), guard),
                        update.getReturningColumns());
    }

    static DeleteStatement delete(DeleteStatement delete, @Nullable Predicate guard) {
        return guard == null
                ? delete
                : new DeleteStatement(
                        delete,
                        delete.getTargetTable(),
                        delete.getMutationTarget(),
                        delete.getFromClause(),
                        and(delete.getRestriction(), guard),
                        delete.getReturningColumns());
    }

    private static Predicate and(@Nullable Predicate restriction, Predicate guard) {
        if (restriction == null) {
            return guard;
        }
        var both = new Junction(Junction.Nature.CONJUNCTION);
        both.add(restriction);
        both.add(guard);
        return both;
    }
}
