package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class DataRowsOnMariaDbTest extends DataRows {
    DataRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
