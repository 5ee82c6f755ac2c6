package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class FetchRowsOnPostgreSqlTest extends FetchRows {
    FetchRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
