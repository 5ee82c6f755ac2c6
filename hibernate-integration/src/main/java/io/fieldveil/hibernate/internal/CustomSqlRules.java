package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.sql.SqlColumn;
import io.fieldveil.hibernate.internal.sql.SqlText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Refuses statements and constraints of a mapping's own that do more with a protected column than Hibernate's would. */
final class CustomSqlRules {

    private final Problems problems;
    private final ProtectedColumns columns;

    CustomSqlRules(Problems problems, ProtectedColumns columns) {
        this.problems = problems;
        this.columns = columns;
    }

    void check(PersistentClass entity, String name) {
        var own = new HashSet<Table>(EntityTables.tables(entity));
        statements(
                "SQL of " + name,
                own,
                entity.getCustomSQLInsert(),
                entity.getCustomSQLUpdate(),
                entity.getCustomSQLDelete());
        for (Join join : entity.getJoins()) {
            statements(
                    "SQL of " + name,
                    own,
                    join.getCustomSQLInsert(),
                    join.getCustomSQLUpdate(),
                    join.getCustomSQLDelete());
        }
        for (Table table : own) {
            Stream.of(table.getChecks(), entity.getCheckConstraints())
                    .flatMap(List::stream)
                    .distinct()
                    .forEach(check -> constraint("@Check of " + name, table, check));
            for (Column column : table.getColumns()) {
                column.getCheckConstraints().forEach(check -> constraint("@Check of " + name, table, check));
            }
        }
    }

    void check(Collection collection, String name) {
        statements(
                "SQL of collection " + name,
                Set.of(),
                collection.getCustomSQLInsert(),
                collection.getCustomSQLUpdate(),
                collection.getCustomSQLDelete(),
                collection.getCustomSQLDeleteAll());
    }

    /** What Hibernate binds to an own table's column is sealed already; anything else would be copied or compared. */
    private void statements(String place, Set<Table> own, @Nullable String... statements) {
        for (String sql : statements) {
            if (sql == null) {
                continue;
            }
            var use = columns.touchedBy(sql);
            var wrong = new HashSet<SqlColumn>(use.stored());
            wrong.removeIf(column -> use.bound().contains(column)
                    && own.stream().anyMatch(table -> columns.isTable(column.table(), table)));
            wrong.addAll(use.used());
            wrong.addAll(use.selected());
            columns.attributes(wrong).forEach(attribute -> problems.add(Messages.mappedSql(attribute.rule()), place));
        }
    }

    /** A constraint of one plain column tells only of what is written to it. */
    private void constraint(String place, Table table, CheckConstraint check) {
        Set<ProtectedAttribute> read = columns.readBy(check.getConstraint(), List.of(table));
        if (read.size() == 1 && isPlain(read) && readsNoOther(check, read, table)) {
            return;
        }
        read.forEach(attribute -> problems.add(Messages.mappedSql(attribute.rule()), place));
    }

    private static boolean isPlain(Set<ProtectedAttribute> read) {
        return read.stream().noneMatch(attribute -> attribute.sealing().opaque());
    }

    private boolean readsNoOther(CheckConstraint check, Set<ProtectedAttribute> read, Table table) {
        var text = new SqlText(check.getConstraint());
        return table.getColumns().stream()
                .filter(column -> text.names(column.getName()))
                .allMatch(column -> read.contains(columns.at(table, column)));
    }
}
