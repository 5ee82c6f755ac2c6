package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Refuses native queries that name a protected table, unless the current context has the permissions of all its
 * protected attributes. What Hibernate generates by itself passes; that is told by who asks, each time, since the same
 * text may come from a native query next.
 *
 * <p>It does not see what runs on a JDBC connection directly ({@code doWork}), nor the views over a table.
 */
final class NativeSqlGuard implements StatementInspector {

    private static final int MOST_REMEMBERED = 4_096;
    private static final String NATIVE_QUERIES = "org.hibernate.query.sql.internal.";
    private static final String STORED_PROCEDURES = "org.hibernate.procedure.internal.";
    /** What stands between any statement and what asked for it. */
    private static final List<String> EXECUTION = List.of(
            "io.fieldveil.hibernate.internal.NativeSqlGuard",
            "org.hibernate.engine.jdbc.internal.",
            "org.hibernate.resource.jdbc.",
            "org.hibernate.sql.exec.",
            "org.hibernate.sql.results.jdbc.",
            "org.hibernate.sql.results.internal.",
            "org.hibernate.sql.results.spi.");

    private final transient Map<String, List<ProtectedAttribute>> tables;
    private final @Nullable StatementInspector next;
    private final transient Map<String, List<String>> tablesByText = new ConcurrentHashMap<>();

    NativeSqlGuard(Map<String, List<ProtectedAttribute>> tables, @Nullable StatementInspector next) {
        this.tables = tables;
        this.next = next;
    }

    @Override
    public @Nullable String inspect(String sql) {
        if (!protectedTables(sql).isEmpty() && isNative()) {
            ask(sql);
        }
        return next == null ? sql : next.inspect(sql);
    }

    /** @throws io.fieldveil.FieldveilException FV-307 if the current context may not run this as native SQL */
    void ask(String sql) {
        for (String table : protectedTables(sql)) {
            for (ProtectedAttribute attribute : tables.getOrDefault(table, List.of())) {
                if (!attribute.may(Access.NATIVE_SQL)) {
                    throw Messages.nativeSql(table, attribute.rule().permission());
                }
            }
        }
    }

    private List<String> protectedTables(String sql) {
        List<String> known = tablesByText.get(sql);
        if (known != null) {
            return known;
        }
        var text = new SqlText(sql);
        List<String> named = tables.keySet().stream().filter(text::names).toList();
        if (tablesByText.size() >= MOST_REMEMBERED) {
            tablesByText.clear();
        }
        tablesByText.put(sql, named);
        return named;
    }

    private static boolean isNative() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> EXECUTION.stream().noneMatch(name::startsWith))
                        .findFirst()
                        .map(name -> name.startsWith(NATIVE_QUERIES) || name.startsWith(STORED_PROCEDURES))
                        .orElse(false));
    }
}
