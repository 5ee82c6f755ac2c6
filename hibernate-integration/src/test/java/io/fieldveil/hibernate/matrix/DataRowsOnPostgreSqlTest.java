package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class DataRowsOnPostgreSqlTest extends DataRows {
    DataRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
