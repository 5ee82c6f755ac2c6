package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class SpringRowsOnMariaDbTest extends SpringRows {
    SpringRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
