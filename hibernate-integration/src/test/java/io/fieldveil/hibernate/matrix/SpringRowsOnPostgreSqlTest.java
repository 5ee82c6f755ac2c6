package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class SpringRowsOnPostgreSqlTest extends SpringRows {
    SpringRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
