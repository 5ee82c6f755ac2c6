package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class BootOnMariaDbTest extends BootSuite {

    BootOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
