package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class HqlRowsOnMariaDbTest extends HqlRows {
    HqlRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
