package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class BesideRowsOnMariaDbTest extends BesideRows {
    BesideRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
