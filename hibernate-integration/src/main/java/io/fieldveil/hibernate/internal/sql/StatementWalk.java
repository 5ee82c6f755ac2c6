package io.fieldveil.hibernate.internal.sql;

import io.fieldveil.hibernate.internal.sql.SqlFindings.Value;
import io.fieldveil.hibernate.internal.sql.SqlScope.Source;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** Walks through statements: what they write, and the queries and expressions in them. */
final class StatementWalk {

    private final SqlWalk walk;
    private final SqlAttribution columns;
    private final SqlFindings findings;

    StatementWalk(SqlWalk walk, SqlAttribution columns, SqlFindings findings) {
        this.walk = walk;
        this.columns = columns;
        this.findings = findings;
    }

    /** Walks through a statement of a kind that is known; false if it is not. */
    boolean statement(Statement statement, SqlScope scope) {
        if (statement instanceof Select select) {
            walk.query(select, scope);
        } else if (statement instanceof Insert insert) {
            insert(insert, scope);
        } else if (statement instanceof Update update) {
            update(update, scope);
        } else if (statement instanceof Delete delete) {
            delete(delete, scope);
        } else if (statement instanceof Merge merge) {
            merge(merge, scope);
        } else {
            return false;
        }
        return true;
    }

    /** A statement that is a part of another one. */
    void within(ParenthesedStatement statement, SqlScope scope) {
        if (statement instanceof ParenthesedInsert insert) {
            insert(insert.getInsert(), scope);
        } else if (statement instanceof ParenthesedUpdate update) {
            update(update.getUpdate(), scope);
        } else if (statement instanceof ParenthesedDelete delete) {
            delete(delete.getDelete(), scope);
        }
    }

    /** What is written to is a table, also where a CTE has its name. */
    private Source target(Table table, SqlScope scope) {
        Source source = columns.source(table, SqlScope.outermost());
        scope.add(source);
        source.tables().forEach(findings::target);
        return source;
    }

    private void insert(Insert insert, SqlScope outer) {
        if (insert.getTable() == null || insert.isOracleMultiInsert()) {
            return;
        }
        walk.with(insert.getWithItemsList(), outer);
        SqlScope scope = outer.subQuery();
        Source target = target(insert.getTable(), scope);
        List<? extends Column> named = insert.getColumns();
        if (named != null && !named.isEmpty()) {
            Value value = ofRows(insert.getSelect());
            named.forEach(column -> columns.write(column, scope, value));
        } else if (insert.getSetUpdateSets() == null && !insert.isOnlyDefaultValues()) {
            target.tables().forEach(findings::changeAll);
        }
        if (insert.getSelect() != null) {
            walk.subQuery(insert.getSelect(), outer.subQuery());
        }
        sets(insert.getSetUpdateSets(), scope);
        sets(insert.getDuplicateUpdateSets(), scope);
        if (insert.getConflictAction() != null) {
            sets(insert.getConflictAction().getUpdateSets(), scope);
            walk.expression(insert.getConflictAction().getWhereExpression(), scope);
        }
        walk.returned(insert.getReturningClause(), scope);
    }

    private void update(Update update, SqlScope outer) {
        walk.with(update.getWithItemsList(), outer);
        SqlScope scope = outer.subQuery();
        target(update.getTable(), scope);
        walk.joins(update.getStartJoins(), scope);
        walk.from(update.getFromItem(), scope);
        walk.joins(update.getJoins(), scope);
        // MariaDB writes to any of them.
        scope.visible().forEach(findings::target);
        sets(update.getUpdateSets(), scope);
        walk.expression(update.getWhere(), scope);
        walk.order(update.getOrderByElements(), scope);
        walk.returned(update.getReturningClause(), scope);
    }

    private void sets(@Nullable List<UpdateSet> sets, SqlScope scope) {
        for (UpdateSet set : sets == null ? List.<UpdateSet>of() : sets) {
            Value value = of(set.getValues());
            set.getColumns().forEach(column -> columns.write(column, scope, value));
            walk.expression(set.getValues(), scope);
        }
    }

    private static Value ofRows(@Nullable Select rows) {
        return rows instanceof Values values && of(values.getExpressions()) == Value.PARAMETER
                ? Value.PARAMETER
                : Value.OTHER;
    }

    private static Value of(@Nullable ExpressionList<?> values) {
        if (values == null || values.isEmpty()) {
            return Value.OTHER;
        }
        if (values.stream().allMatch(value -> (Expression) value instanceof NullValue)) {
            return Value.NULL;
        }
        return values.stream().allMatch(value -> (Expression) value instanceof JdbcParameter)
                ? Value.PARAMETER
                : Value.OTHER;
    }

    private void delete(Delete delete, SqlScope outer) {
        walk.with(delete.getWithItemsList(), outer);
        SqlScope scope = outer.subQuery();
        if (delete.getTable() != null) {
            target(delete.getTable(), scope);
        }
        List<FromItem> using = delete.getUsingFromItemList();
        if (using != null) {
            using.forEach(item -> walk.from(item, scope));
        }
        walk.joins(delete.getJoins(), scope);
        if (delete.getTables() != null) {
            delete.getTables().forEach(columns::mention);
        }
        walk.expression(delete.getWhere(), scope);
        walk.order(delete.getOrderByElements(), scope);
        walk.returned(delete.getReturningClause(), scope);
    }

    private void merge(Merge merge, SqlScope outer) {
        walk.with(merge.getWithItemsList(), outer);
        SqlScope scope = outer.subQuery();
        Source target = target(merge.getTable(), scope);
        SqlScope targetOnly = outer.subQuery();
        targetOnly.add(target);
        walk.from(merge.getFromItem(), scope);
        walk.expression(merge.getOnCondition(), scope);
        for (MergeOperation operation : merge.getOperations()) {
            if (operation instanceof MergeUpdate update) {
                walk.expression(update.getAndPredicate(), scope);
                mergeSets(update.getUpdateSets(), scope, targetOnly);
                walk.expression(update.getWhereCondition(), scope);
                walk.expression(update.getDeleteWhereCondition(), scope);
            } else if (operation instanceof MergeInsert insert) {
                mergeInsert(insert, target, scope, targetOnly);
            } else if (operation instanceof MergeDelete delete) {
                walk.expression(delete.getAndPredicate(), scope);
            }
        }
        walk.returned(merge.getReturningClause(), scope);
    }

    private void mergeSets(List<UpdateSet> sets, SqlScope scope, SqlScope targetOnly) {
        for (UpdateSet set : sets) {
            Value value = of(set.getValues());
            set.getColumns().forEach(column -> columns.write(column, targetOnly, value));
            walk.expression(set.getValues(), scope);
        }
    }

    private void mergeInsert(MergeInsert insert, Source target, SqlScope scope, SqlScope targetOnly) {
        walk.expression(insert.getAndPredicate(), scope);
        if (insert.getColumns() == null || insert.getColumns().isEmpty()) {
            target.tables().forEach(findings::changeAll);
        } else {
            insert.getColumns().forEach(column -> columns.write(column, targetOnly, Value.OTHER));
        }
        walk.expression(insert.getValues(), scope);
        walk.expression(insert.getWhereCondition(), scope);
    }
}
