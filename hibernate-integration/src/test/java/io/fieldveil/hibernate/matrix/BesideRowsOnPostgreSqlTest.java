package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class BesideRowsOnPostgreSqlTest extends BesideRows {
    BesideRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
