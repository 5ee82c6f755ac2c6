package io.fieldveil.hibernate.internal.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a part of a statement can name: the tables it reads from, and what stands around it. */
final class SqlScope {

    /**
     * One table that is read from.
     *
     * @param name how it is named here; empty where no name is known
     * @param tables the mapped tables that it may be; none if it is a sub-query, a function or not mapped
     * @param columns what else it is known to have; null if that is not known
     */
    record Source(
            String name, List<SqlTable> tables, @Nullable Set<String> columns) {

        boolean has(String column) {
            return tables.stream().anyMatch(table -> table.columns().contains(column))
                    || (columns != null && columns.contains(column));
        }
    }

    private final @Nullable SqlScope parent;
    /** A table made by a sub-query: databases differ in what around it such a one may name. */
    private final boolean derived;

    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Source> ctes = new HashMap<>();
    private final Set<String> labels = new HashSet<>();

    private SqlScope(@Nullable SqlScope parent, boolean derived) {
        this.parent = parent;
        this.derived = derived;
    }

    static SqlScope outermost() {
        return new SqlScope(null, false);
    }

    SqlScope subQuery() {
        return new SqlScope(this, false);
    }

    SqlScope derivedTable() {
        return new SqlScope(this, true);
    }

    void add(Source source) {
        sources.add(source);
    }

    void addCte(String name, @Nullable Set<String> columns) {
        ctes.put(name, new Source(name, List.of(), columns));
    }

    void addLabel(String label) {
        labels.add(label);
    }

    List<Source> sources() {
        return sources;
    }

    boolean hasLabel(String name) {
        return labels.contains(name);
    }

    @Nullable
    Source cte(String name) {
        for (SqlScope scope = this; scope != null; scope = scope.parent) {
            Source found = scope.ctes.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What a name of a table or an alias stands for: the nearest, or all that it may be. */
    List<Source> named(String name) {
        return nearest(source -> source.name().equals(name));
    }

    /** Where a column without its table may come from. */
    List<Source> having(String column) {
        return nearest(source -> source.has(column));
    }

    private List<Source> nearest(java.util.function.Predicate<Source> wanted) {
        var found = new ArrayList<Source>();
        boolean all = false;
        for (SqlScope scope = this; scope != null && (found.isEmpty() || all); scope = scope.parent) {
            int before = found.size();
            scope.sources.stream().filter(wanted).forEach(found::add);
            all |= scope.derived && before == found.size();
        }
        return found;
    }

    /** Every mapped table that can be named here. */
    Set<SqlTable> visible() {
        var tables = new LinkedHashSet<SqlTable>();
        for (SqlScope scope = this; scope != null; scope = scope.parent) {
            scope.sources.forEach(source -> tables.addAll(source.tables()));
        }
        return tables;
    }
}
