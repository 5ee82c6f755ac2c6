package io.fieldveil.hibernate.internal.sql;

import io.fieldveil.hibernate.internal.sql.SqlScope.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import org.jspecify.annotations.Nullable;

/** Says of which table a column is, and what follows from that. */
final class SqlAttribution {

    /** What some databases know without a table, and the parser takes for columns. */
    private static final Set<String> CONSTANTS = Set.of(
            "true",
            "false",
            "null",
            "default",
            "unknown",
            "user",
            "current_user",
            "session_user",
            "system_user",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "sysdate",
            "systimestamp",
            "current_schema",
            "current_catalog",
            "current_role",
            "rownum",
            "infinity");

    private final SqlTables tables;
    private final SqlFindings findings;
    private final boolean unmappedColumnsAreHarmless;

    SqlAttribution(SqlTables tables, SqlFindings findings, boolean unmappedColumnsAreHarmless) {
        this.tables = tables;
        this.findings = findings;
        this.unmappedColumnsAreHarmless = unmappedColumnsAreHarmless;
    }

    // ---- columns ----------------------------------------------------------------------------------------------------

    void read(Column column, SqlScope scope) {
        String name = name(column);
        if (column.getTable() == null || column.getTable().getName() == null) {
            readUnqualified(column, name, scope);
            return;
        }
        List<Source> found = qualified(column, scope);
        if (found.isEmpty()) {
            ambient(column, name, scope);
            return;
        }
        explain(column);
        found.forEach(source -> source.tables().forEach(table -> touch(table, name)));
    }

    private void readUnqualified(Column column, String name, SqlScope scope) {
        List<Source> having = scope.having(name);
        if (!having.isEmpty()) {
            explain(column);
            having.forEach(source -> source.tables().forEach(table -> findings.use(table, name)));
            return;
        }
        List<Source> rows = scope.named(name);
        boolean harmless = rows.isEmpty() && (scope.hasLabel(name) || CONSTANTS.contains(name));
        if (harmless || (unmappedColumnsAreHarmless && rows.isEmpty())) {
            explain(column);
            return;
        }
        // A row by its alias, or a column that no mapping knows: PostgreSQL takes the name of a function for one.
        scope.visible().forEach(findings::useAll);
    }

    private void touch(SqlTable table, String column) {
        if (table.protectedColumns().contains(column)) {
            findings.use(table, column);
        } else if (!table.columns().contains(column)) {
            findings.useAll(table);
        }
    }

    /** A column of what has no name here, in a piece of SQL that Hibernate puts into a statement of its own. */
    private void ambient(Column column, String name, SqlScope scope) {
        List<Source> unnamed = scope.named("");
        if (unnamed.isEmpty()) {
            return; // not explained
        }
        explain(column);
        boolean known = unnamed.stream().anyMatch(source -> source.has(name));
        for (Source source : unnamed) {
            for (SqlTable table : source.tables()) {
                if (known || unmappedColumnsAreHarmless) {
                    findings.use(table, name);
                } else {
                    findings.useAll(table);
                }
            }
        }
    }

    private List<Source> qualified(Column column, SqlScope scope) {
        Table qualifier = column.getTable();
        List<Source> found = scope.named(Names.unquoted(qualifier.getName()));
        if (qualifier.getSchemaName() == null) {
            return found;
        }
        // With a schema it is a table; or else a field of a column, which is not explained.
        return scope.named(Names.unquoted(qualifier.getSchemaName())).isEmpty()
                ? found.stream().filter(source -> !source.tables().isEmpty()).toList()
                : List.of();
    }

    /** A column that is set. */
    void write(Column column, SqlScope scope, SqlFindings.Value value) {
        String name = name(column);
        boolean alone = column.getTable() == null || column.getTable().getName() == null;
        List<Source> found = alone ? scope.having(name) : qualified(column, scope);
        if (!found.isEmpty()) {
            explain(column);
        }
        found.forEach(source -> source.tables().forEach(table -> findings.change(table, name, value)));
    }

    private void explain(Column column) {
        var words = new ArrayList<String>();
        Table qualifier = column.getTable();
        if (qualifier != null && qualifier.getName() != null) {
            if (qualifier.getSchemaName() != null) {
                words.add(Names.unquoted(qualifier.getSchemaName()));
            }
            words.add(Names.unquoted(qualifier.getName()));
        }
        words.add(name(column));
        findings.explain(column, words);
    }

    static String name(Column column) {
        return Names.unquoted(column.getColumnName());
    }

    // ---- tables -----------------------------------------------------------------------------------------------------

    /** A table that is read from, or written to. */
    Source source(Table table, SqlScope scope) {
        String name = Names.unquoted(table.getName());
        String schema = unquoted(table.getSchemaName());
        String catalog = unquoted(table.getUnquotedCatalogName());
        String alias = table.getAlias() == null
                ? null
                : Names.unquoted(table.getAlias().getName());
        Source cte = schema == null ? scope.cte(name) : null;
        List<SqlTable> mapped = cte == null ? tables.named(catalog, schema, name) : List.of();
        explain(table, catalog, schema, name, alias);
        for (SqlTable each : mapped) {
            findings.alias(each, alias == null ? name : alias);
            if (isReshaped(table)) {
                findings.useAll(each);
            }
        }
        String visible = alias == null ? name : alias;
        return new Source(visible, mapped, cte == null ? null : cte.columns());
    }

    /** Names of its own for its columns hide which is which. */
    private static boolean isReshaped(Table table) {
        return table.getPivot() != null
                || table.getUnPivot() != null
                || (table.getAlias() != null && table.getAlias().getAliasColumns() != null);
    }

    private void explain(
            Table table, @Nullable String catalog, @Nullable String schema, String name, @Nullable String alias) {
        var words = new ArrayList<String>();
        for (String part : new @Nullable String[] {catalog, schema, name}) {
            if (part != null) {
                words.add(part);
            }
        }
        if (findings.explain(table, words) && alias != null) {
            findings.explainAlias(table, alias);
        }
    }

    /** A table that a statement names once more, only to say which of those it reads it means. */
    void mention(Table table) {
        findings.explain(table, List.of(Names.unquoted(table.getName())));
    }

    private static @Nullable String unquoted(@Nullable String name) {
        return name == null ? null : Names.unquoted(name);
    }

    // ---- rows -------------------------------------------------------------------------------------------------------

    /** All columns of some tables. */
    void rows(Object star, Collection<Source> sources, boolean selectedOnly) {
        findings.star(star);
        for (Source source : sources) {
            for (SqlTable table : source.tables()) {
                if (selectedOnly) {
                    table.protectedColumns().forEach(column -> findings.select(table, column));
                } else {
                    findings.useAll(table);
                }
            }
        }
    }

    /** {@code t.*}; not explained where nothing has that name. */
    void rowsOf(AllTableColumns star, SqlScope scope, boolean selectedOnly) {
        Table qualifier = star.getTable();
        String name = Names.unquoted(qualifier.getName());
        List<Source> found = scope.named(name);
        if (found.isEmpty() || qualifier.getSchemaName() != null) {
            return;
        }
        findings.explain(star, List.of(name));
        rows(star, found, selectedOnly);
    }

    /** A column that is selected by itself, under its own name. */
    void select(Column column, SqlScope scope) {
        String name = name(column);
        boolean alone = column.getTable() == null || column.getTable().getName() == null;
        List<Source> found = alone ? scope.having(name) : qualified(column, scope);
        boolean plain = !found.isEmpty()
                && found.stream()
                        .flatMap(source -> source.tables().stream())
                        .allMatch(table -> table.columns().contains(name));
        if (!plain) {
            read(column, scope);
            return;
        }
        explain(column);
        found.forEach(source -> source.tables().forEach(table -> findings.select(table, name)));
    }
}
