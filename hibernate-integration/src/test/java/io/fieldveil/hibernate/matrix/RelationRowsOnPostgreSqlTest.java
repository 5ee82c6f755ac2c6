package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class RelationRowsOnPostgreSqlTest extends RelationRows {
    RelationRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
