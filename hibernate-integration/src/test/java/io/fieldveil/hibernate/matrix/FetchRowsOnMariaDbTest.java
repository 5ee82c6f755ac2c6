package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class FetchRowsOnMariaDbTest extends FetchRows {
    FetchRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
