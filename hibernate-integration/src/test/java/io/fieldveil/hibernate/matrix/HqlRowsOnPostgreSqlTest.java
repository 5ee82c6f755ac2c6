package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class HqlRowsOnPostgreSqlTest extends HqlRows {
    HqlRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
