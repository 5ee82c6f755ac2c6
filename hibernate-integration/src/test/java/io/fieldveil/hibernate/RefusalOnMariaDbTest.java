package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RefusalOnMariaDbTest extends RefusalSuite {

    RefusalOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
