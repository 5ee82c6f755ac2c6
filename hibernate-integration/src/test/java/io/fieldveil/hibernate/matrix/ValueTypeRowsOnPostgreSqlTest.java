package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class ValueTypeRowsOnPostgreSqlTest extends ValueTypeRows {
    ValueTypeRowsOnPostgreSqlTest() throws Exception {
        super(TestDatabase.POSTGRESQL);
    }
}
