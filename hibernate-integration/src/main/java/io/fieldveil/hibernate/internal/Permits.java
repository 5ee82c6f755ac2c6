package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which paths a query's translator may meet where, while it visits their parent. Each permit is good for one visit:
 * Hibernate shares one path object between all its uses in a query, so that a permit for {@code c.email = :p} must not
 * serve {@code upper(c.email)}.
 */
final class Permits {

    /** In what position a path stands. */
    enum Use {
        SELECT,
        SELECT_DISTINCT,
        COMPARE,
        NULLNESS,
        COUNT,
        DISTINCT,
        GROUP,
        TARGET,
        COPY
    }

    private final IdentityHashMap<Object, List<Use>> granted = new IdentityHashMap<>();
    private String operation = "this use";

    /** Visits with permits for the nodes, each for one visit, and withdraws what was not used. */
    <R> R during(Use use, List<?> nodes, Supplier<R> visit) {
        nodes.forEach(
                node -> granted.computeIfAbsent(node, key -> new ArrayList<>()).add(use));
        try {
            return visit.get();
        } finally {
            nodes.forEach(node -> withdraw(node, use));
        }
    }

    /** Visits an operation that messages name, with permits for the nodes. */
    <R> R within(String what, Use use, List<?> nodes, Supplier<R> visit) {
        return within(what, () -> during(use, nodes, visit));
    }

    /** Visits an operation that messages name. */
    <R> R within(String what, Supplier<R> visit) {
        String outer = operation;
        operation = what;
        try {
            return visit.get();
        } finally {
            operation = outer;
        }
    }

    /** What is visited, for messages. */
    String operation() {
        return operation;
    }

    @Nullable
    Use consume(Object node) {
        List<Use> uses = granted.get(node);
        return uses == null || uses.isEmpty() ? null : uses.remove(uses.size() - 1);
    }

    private void withdraw(Object node, Use use) {
        List<Use> uses = granted.get(node);
        if (uses != null) {
            uses.remove(use);
        }
    }
}
