package io.fieldveil.hibernate.internal;

import io.fieldveil.access.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Refuses native queries that name a protected table, unless the current context has the permissions of all its
 * protected attributes. What Hibernate generates by itself passes, and is recognised by its text from then on.
 *
 * <p>It does not see what runs on a JDBC connection directly ({@code doWork}), nor the views over a table.
 */
final class NativeSqlGuard implements StatementInspector {

    private static final int MOST_REMEMBERED = 4_096;
    private static final Pattern NO_IDENTIFIER = Pattern.compile("[^\\p{L}\\p{N}_$]+");
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
    private final transient Set<String> harmless = ConcurrentHashMap.newKeySet();

    NativeSqlGuard(Map<String, List<ProtectedAttribute>> tables, @Nullable StatementInspector next) {
        this.tables = tables;
        this.next = next;
    }

    @Override
    public @Nullable String inspect(String sql) {
        if (!harmless.contains(sql)) {
            check(sql);
        }
        return next == null ? sql : next.inspect(sql);
    }

    private void check(String sql) {
        List<String> named = protectedTables(sql);
        if (named.isEmpty() || !isNative()) {
            if (harmless.size() >= MOST_REMEMBERED) {
                harmless.clear();
            }
            harmless.add(sql);
            return;
        }
        for (String table : named) {
            for (ProtectedAttribute attribute : tables.getOrDefault(table, List.of())) {
                if (!attribute.may(Access.NATIVE_SQL)) {
                    throw Messages.nativeSql(table, attribute.rule().permission());
                }
            }
        }
    }

    private List<String> protectedTables(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        Set<String> words = Set.of(NO_IDENTIFIER.splitAsStream(lower).distinct().toArray(String[]::new));
        var named = new ArrayList<String>();
        for (String table : tables.keySet()) {
            boolean plain = !NO_IDENTIFIER.matcher(table).find();
            if (plain ? words.contains(table) : lower.contains(table)) {
                named.add(table);
            }
        }
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
