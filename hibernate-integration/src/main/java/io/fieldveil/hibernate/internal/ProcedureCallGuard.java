package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.sql.SqlText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Has calls of stored procedures checked, which Hibernate sends past everything else that could. A session that was
 * opened with an inspector of its own does not ask this one.
 */
final class ProcedureCallGuard implements StatementInspector {

    private static final int MOST_REMEMBERED = 4_096;
    private static final String STORED_PROCEDURES = "org.hibernate.procedure.internal.";
    /** What stands between any statement and what asked for it. */
    private static final List<String> EXECUTION = List.of(
            "io.fieldveil.hibernate.internal.ProcedureCallGuard",
            "org.hibernate.engine.jdbc.internal.",
            "org.hibernate.resource.jdbc.");

    private final transient NativeSqlGuard guard;
    private final @Nullable StatementInspector next;
    private final transient Map<String, Boolean> namingByText = new ConcurrentHashMap<>();

    ProcedureCallGuard(NativeSqlGuard guard, @Nullable StatementInspector next) {
        this.guard = guard;
        this.next = next;
    }

    NativeSqlGuard guard() {
        return guard;
    }

    @Override
    public @Nullable String inspect(String sql) {
        if (namesTable(sql) && isProcedureCall()) {
            boolean unused = guard.run(sql, Set.of(), () -> true);
        }
        return next == null ? sql : next.inspect(sql);
    }

    private boolean namesTable(String sql) {
        Boolean known = namingByText.get(sql);
        if (known != null) {
            return known;
        }
        var text = new SqlText(sql);
        boolean names = guard.attributes().keySet().stream()
                .anyMatch(column -> text.names(column.table().name()));
        if (namingByText.size() >= MOST_REMEMBERED) {
            namingByText.clear();
        }
        namingByText.put(sql, names);
        return names;
    }

    /** Told by who asks, each time, since the same text may come from elsewhere next. */
    private static boolean isProcedureCall() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> EXECUTION.stream().noneMatch(name::startsWith))
                        .findFirst()
                        .map(name -> name.startsWith(STORED_PROCEDURES))
                        .orElse(false));
    }
}
