package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.Access;
import io.fieldveil.hibernate.NativeSql;
import io.fieldveil.hibernate.internal.sql.SqlColumn;
import io.fieldveil.hibernate.internal.sql.SqlReading;
import io.fieldveil.hibernate.internal.sql.SqlTable;
import io.fieldveil.hibernate.internal.sql.SqlUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses native SQL that touches protected columns, unless the current context has their permissions, and native SQL
 * that would store something in encrypted ones; or has it recorded first, where the setting allows it.
 *
 * <p>It does not see what runs on a JDBC connection directly ({@code doWork}), nor the views over a table.
 */
final class NativeSqlGuard {

    private static final int MOST_REMEMBERED = 4_096;

    private final SqlReading reading;
    private final Map<SqlColumn, ProtectedAttribute> attributes;
    private final Map<String, List<SqlTable>> tablesByEntity;
    private final Map<String, SqlUse> usesByText = new ConcurrentHashMap<>();

    /** @param tablesByEntity the tables of each entity's hierarchy, by its name */
    NativeSqlGuard(
            SqlReading reading,
            Map<SqlColumn, ProtectedAttribute> attributes,
            Map<String, List<SqlTable>> tablesByEntity) {
        this.reading = reading;
        this.attributes = attributes;
        this.tablesByEntity = tablesByEntity;
    }

    Map<SqlColumn, ProtectedAttribute> attributes() {
        return attributes;
    }

    /**
     * Runs native SQL if it may run.
     *
     * @param entities what its rows become, if they become nothing else
     * @throws FieldveilException FV-307 or FV-313 if the current context may not run it, FV-521 if it may run on record
     *     only, and cannot be recorded
     */
    <T extends @Nullable Object> T run(String sql, Set<String> entities, Supplier<T> execution) {
        var refused = refusals(use(sql), entities);
        if (refused.isEmpty()) {
            return execution.get();
        }
        var first = refused.entrySet().iterator().next();
        var runtime = first.getKey().runtime();
        if (runtime.nativeSql() == NativeSql.REFUSE) {
            throw first.getValue();
        }
        return NativeSqlAudit.record(runtime, refused.keySet(), execution);
    }

    /** What native SQL touches within a query of any entities. */
    Set<ProtectedAttribute> readByFragment(String sql) {
        return reading.fragmentOfAny(sql).used().stream().map(this::attribute).collect(Collectors.toSet());
    }

    private Map<ProtectedAttribute, FieldveilException> refusals(SqlUse use, Set<String> entities) {
        var refused = new LinkedHashMap<ProtectedAttribute, FieldveilException>();
        for (SqlColumn column : use.used()) {
            refuse(refused, column, Access.NATIVE_SQL);
        }
        for (SqlColumn column : use.selected()) {
            if (!isCoveredBy(entities, column)) {
                refuse(refused, column, Access.NATIVE_SQL);
            }
        }
        for (SqlColumn column : use.changed()) {
            refuse(refused, column, Access.NATIVE_SQL);
            refuse(refused, column, Access.WRITE);
        }
        for (SqlColumn column : use.stored()) {
            var attribute = attribute(column);
            if (attribute.sealing().opaque()) {
                refused.putIfAbsent(attribute, Messages.nativeStore(attribute.rule()));
            }
        }
        return refused;
    }

    private void refuse(Map<ProtectedAttribute, FieldveilException> refused, SqlColumn column, Access access) {
        var attribute = attribute(column);
        if (!attribute.may(access)) {
            refused.putIfAbsent(attribute, Messages.nativeSql(attribute.rule()));
        }
    }

    private ProtectedAttribute attribute(SqlColumn column) {
        return Objects.requireNonNull(attributes.get(column), column.name());
    }

    /** Whether nobody reads the column but the attributes that cover it: entities find columns by their names. */
    private boolean isCoveredBy(Set<String> entities, SqlColumn column) {
        return !entities.isEmpty()
                && entities.stream()
                        .flatMap(entity -> tablesByEntity.getOrDefault(entity, List.of()).stream())
                        .filter(table -> table.columns().contains(column.name()))
                        .allMatch(column.table()::equals);
    }

    private SqlUse use(String sql) {
        SqlUse known = usesByText.get(sql);
        if (known != null) {
            return known;
        }
        SqlUse use = reading.statement(sql);
        if (usesByText.size() >= MOST_REMEMBERED) {
            usesByText.clear();
        }
        usesByText.put(sql, use);
        return use;
    }
}
