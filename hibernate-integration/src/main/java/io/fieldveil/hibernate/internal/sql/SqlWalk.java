package io.fieldveil.hibernate.internal.sql;

import io.fieldveil.hibernate.internal.sql.SqlScope.Source;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Walks through queries and expressions, each part in the scope that it stands in. */
final class SqlWalk {

    private final SqlAttribution columns;
    private final Expressions expressions = new Expressions();
    /** The stars of {@code count(*)}. */
    private final Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    private final StatementWalk statements;

    SqlWalk(SqlAttribution columns, SqlFindings findings) {
        this.columns = columns;
        this.statements = new StatementWalk(this, columns, findings);
    }

    StatementWalk statements() {
        return statements;
    }

    // ---- queries ----------------------------------------------------------------------------------------------------

    /** A query that is the whole statement: what it selects is what comes out. */
    void query(Select select, SqlScope scope) {
        with(select.getWithItemsList(), scope);
        if (select instanceof PlainSelect plain
                && plain.getDistinct() == null
                && plain.getIntoTables() == null
                && plain.getIntoTempTable() == null
                && plain.getMySqlSelectIntoClause() == null) {
            plain(plain, scope, true);
        } else {
            body(select, scope);
        }
        rest(select, scope);
    }

    /** A query within a statement; what it makes is known by the names of its columns, if they are. */
    @Nullable
    Set<String> subQuery(Select select, SqlScope scope) {
        with(select.getWithItemsList(), scope);
        Set<String> names = body(select, scope);
        rest(select, scope);
        return names;
    }

    private @Nullable Set<String> body(Select select, SqlScope scope) {
        if (select instanceof PlainSelect plain) {
            return plain(plain, scope, false);
        }
        if (select instanceof ParenthesedSelect parenthesed) {
            return subQuery(parenthesed.getSelect(), scope);
        }
        if (select instanceof SetOperationList list) {
            Set<String> first = null;
            for (int i = 0; i < list.getSelects().size(); i++) {
                Set<String> names = subQuery(list.getSelects().get(i), scope.subQuery());
                first = i == 0 ? names : first;
            }
            if (first != null) {
                first.forEach(scope::addLabel);
            }
            return first;
        }
        if (select instanceof Values values) {
            expression(values.getExpressions(), scope);
        }
        return null; // what it is else stays unexplained
    }

    private @Nullable Set<String> plain(PlainSelect select, SqlScope scope, boolean comesOut) {
        from(select.getFromItem(), scope);
        joins(select.getJoins(), scope);
        Set<String> names = items(select.getSelectItems(), scope, comesOut);
        if (select.getDistinct() != null && select.getDistinct().getOnSelectItems() != null) {
            select.getDistinct().getOnSelectItems().forEach(item -> expression(item.getExpression(), scope));
        }
        expression(select.getWhere(), scope);
        labels(select.getSelectItems(), scope);
        if (select.getGroupBy() != null) {
            expression(select.getGroupBy().getGroupByExpressionList(), scope);
        }
        expression(select.getHaving(), scope);
        expression(select.getQualify(), scope);
        return names;
    }

    private void rest(Select select, SqlScope scope) {
        order(select.getOrderByElements(), scope);
        if (select.getForUpdateTables() != null) {
            select.getForUpdateTables().forEach(columns::mention);
        }
    }

    void order(@Nullable List<OrderByElement> elements, SqlScope scope) {
        if (elements != null) {
            elements.forEach(element -> expression(element.getExpression(), scope));
        }
    }

    /** What a select list is made of; the names of its columns, null if they are not all known. */
    private @Nullable Set<String> items(@Nullable List<SelectItem<?>> items, SqlScope scope, boolean comesOut) {
        var names = new HashSet<String>();
        boolean known = true;
        for (SelectItem<?> item : items == null ? List.<SelectItem<?>>of() : items) {
            Expression selected = item.getExpression();
            Alias alias = item.getAlias();
            if (comesOut && isItself(selected, alias)) {
                comesOut(selected, scope);
            } else {
                expression(selected, scope);
            }
            if (alias != null) {
                names.add(Names.unquoted(alias.getName()));
            } else if (selected instanceof Column column) {
                names.add(SqlAttribution.name(column));
            } else {
                known = false;
            }
        }
        return known ? names : null;
    }

    private static boolean isItself(Expression selected, @Nullable Alias alias) {
        if (selected instanceof AllColumns) {
            return alias == null;
        }
        return selected instanceof Column column
                && (alias == null || Names.unquoted(alias.getName()).equals(SqlAttribution.name(column)));
    }

    private void comesOut(Expression selected, SqlScope scope) {
        if (selected instanceof AllTableColumns all) {
            columns.rowsOf(all, scope, true);
        } else if (selected instanceof AllColumns all) {
            columns.rows(all, scope.sources(), true);
        } else if (selected instanceof Column column) {
            columns.select(column, scope);
        }
    }

    private static void labels(@Nullable List<SelectItem<?>> items, SqlScope scope) {
        for (SelectItem<?> item : items == null ? List.<SelectItem<?>>of() : items) {
            if (item.getAlias() != null) {
                scope.addLabel(Names.unquoted(item.getAlias().getName()));
            }
        }
    }

    /** What a statement returns of the rows that it wrote. */
    void returned(@Nullable List<SelectItem<?>> items, SqlScope scope) {
        items(items, scope, false);
    }

    void with(@Nullable List<WithItem<?>> items, SqlScope scope) {
        for (WithItem<?> item : items == null ? List.<WithItem<?>>of() : items) {
            Set<String> names = null;
            if (item.getParenthesedStatement() instanceof Select select) {
                names = subQuery(select, scope.derivedTable());
            } else if (item.getParenthesedStatement() != null) {
                statements.within(item.getParenthesedStatement(), scope.derivedTable());
            }
            if (item.getWithItemList() != null && !item.getWithItemList().isEmpty()) {
                names = null;
            }
            scope.addCte(Names.unquoted(item.getAliasName()), names);
        }
    }

    // ---- from -------------------------------------------------------------------------------------------------------

    void from(@Nullable FromItem item, SqlScope scope) {
        if (item instanceof Table table) {
            scope.add(columns.source(table, scope));
        } else if (item instanceof Select select) {
            Set<String> names = subQuery(select, scope.derivedTable());
            scope.add(new Source(alias(item), List.of(), hasColumnNames(item) ? null : names));
        } else if (item instanceof ParenthesedFromItem parenthesed) {
            from(parenthesed.getFromItem(), scope);
            joins(parenthesed.getJoins(), scope);
        } else if (item instanceof TableFunction function) {
            function.getFunctions().forEach(each -> expression(each, scope));
            scope.add(new Source(alias(item), List.of(), null));
        } else if (item != null) {
            scope.add(new Source(alias(item), List.of(), null));
        }
    }

    private static String alias(FromItem item) {
        return item.getAlias() == null ? " " : Names.unquoted(item.getAlias().getName());
    }

    private static boolean hasColumnNames(FromItem item) {
        return item.getAlias() != null && item.getAlias().getAliasColumns() != null;
    }

    void joins(@Nullable List<Join> joins, SqlScope scope) {
        for (Join join : joins == null ? List.<Join>of() : joins) {
            from(join.getFromItem(), scope);
            if (join.getOnExpressions() != null) {
                join.getOnExpressions().forEach(condition -> expression(condition, scope));
            }
        }
    }

    // ---- expressions ------------------------------------------------------------------------------------------------

    void expression(@Nullable Expression expression, SqlScope scope) {
        if (expression != null) {
            expression.accept(expressions, scope);
        }
    }

    private final class Expressions extends ExpressionVisitorAdapter<Void> {

        private <S> SqlScope scope(S context) {
            return (SqlScope) context;
        }

        @Override
        public <S> Void visit(Column column, S context) {
            columns.read(column, scope(context));
            return null;
        }

        @Override
        public <S> Void visit(AllColumns star, S context) {
            if (!counted.contains(star)) {
                columns.rows(star, scope(context).sources(), false);
            }
            return null;
        }

        @Override
        public <S> Void visit(AllTableColumns star, S context) {
            columns.rowsOf(star, scope(context), false);
            return null;
        }

        @Override
        public <S> Void visit(Function function, S context) {
            if ("count".equalsIgnoreCase(function.getName()) && function.getParameters() != null) {
                function.getParameters().forEach(this::count);
            }
            return super.visit(function, context);
        }

        @Override
        public <S> Void visit(AnalyticExpression expression, S context) {
            if ("count".equalsIgnoreCase(expression.getName()) && expression.getExpression() != null) {
                count(expression.getExpression());
            }
            return super.visit(expression, context);
        }

        private void count(Expression parameter) {
            if (parameter instanceof AllColumns && !(parameter instanceof AllTableColumns)) {
                counted.add(parameter);
            }
        }

        @Override
        public <S> Void visit(ParenthesedSelect select, S context) {
            subQuery(select, scope(context).subQuery());
            return null;
        }

        @Override
        public <S> Void visit(Select select, S context) {
            subQuery(select, scope(context).subQuery());
            return null;
        }
    }
}
