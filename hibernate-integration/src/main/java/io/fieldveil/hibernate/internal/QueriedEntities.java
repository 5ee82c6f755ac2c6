package io.fieldveil.hibernate.internal;

import java.util.Set;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.sql.results.graph.DomainResultGraphNode;
import org.hibernate.sql.results.graph.Fetch;
import org.hibernate.sql.results.graph.FetchParent;
import org.hibernate.sql.results.graph.entity.EntityResultGraphNode;

/** The entities whose instances a query hands out, fetched ones included. */
final class QueriedEntities {

    /** Deeper than any mapping fetches by joins; cycles end here at the latest. */
    private static final int DEEPEST = 16;

    private QueriedEntities() {}

    static void collect(DomainResultGraphNode result, Set<EntityPersister> entities) {
        collect(result, entities, 0);
    }

    private static void collect(DomainResultGraphNode node, Set<EntityPersister> entities, int depth) {
        if (node instanceof EntityResultGraphNode entity) {
            entities.add(entity.getReferencedMappingContainer().getEntityPersister());
        }
        if (node instanceof FetchParent parent && depth < DEEPEST) {
            for (Fetch fetch : parent.getFetches()) {
                collect(fetch, entities, depth + 1);
            }
        }
    }
}
