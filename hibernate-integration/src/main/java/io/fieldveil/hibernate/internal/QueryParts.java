package io.fieldveil.hibernate.internal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.query.sqm.tree.cte.SqmCteContainer;
import org.hibernate.query.sqm.tree.cte.SqmCteStatement;
import org.hibernate.query.sqm.tree.domain.SqmDerivedRoot;
import org.hibernate.query.sqm.tree.from.SqmDerivedJoin;
import org.hibernate.query.sqm.tree.from.SqmFrom;
import org.hibernate.query.sqm.tree.from.SqmFromClause;
import org.hibernate.query.sqm.tree.select.SqmQueryGroup;
import org.hibernate.query.sqm.tree.select.SqmQueryPart;
import org.hibernate.query.sqm.tree.select.SqmSubQuery;
import org.jspecify.annotations.Nullable;

/** Which parts of a query are operands of a set operation, and which of its sub-queries are derived tables. */
final class QueryParts {

    private final Set<SqmQueryPart<?>> setOperands = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<SqmSubQuery<?>> derivedTables = Collections.newSetFromMap(new IdentityHashMap<>());

    void remember(SqmQueryGroup<?> group) {
        setOperands.addAll(group.getQueryParts());
    }

    void remember(SqmCteContainer container) {
        for (SqmCteStatement<?> cte : container.getCteStatements()) {
            if (cte.getCteDefinition().getQueryPart() instanceof SqmQueryGroup<?> group) {
                remember(group);
            }
        }
    }

    void remember(SqmFromClause fromClause) {
        fromClause.getRoots().forEach(this::remember);
    }

    private void remember(SqmFrom<?, ?> from) {
        if (from instanceof SqmDerivedRoot<?> root) {
            derivedTables.add(root.getQueryPart());
        } else if (from instanceof SqmDerivedJoin<?> join) {
            derivedTables.add(join.getQueryPart());
        }
        from.getSqmJoins().forEach(this::remember);
    }

    boolean isSetOperand(@Nullable SqmQueryPart<?> part) {
        return setOperands.contains(part);
    }

    boolean isDerivedTable(SqmSubQuery<?> subQuery) {
        return derivedTables.contains(subQuery);
    }
}
