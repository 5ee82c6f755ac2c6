package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

/** What HQL and JPQL may do with a protected attribute. */
abstract class HqlRows extends QueryRowsSuite {

    HqlRows(TestDatabase server) {
        super("Queries: HQL and JPQL", server);
        HqlFilterRows.addTo(this);
        HqlPathRows.addTo(this);
        HqlSelectRows.addTo(this);
        HqlShapeRows.addTo(this);
        HqlGroupRows.addTo(this);
        HqlFunctionRows.addTo(this);
        HqlExecutionRows.addTo(this);
        HqlBulkRows.addTo(this);
    }
}
