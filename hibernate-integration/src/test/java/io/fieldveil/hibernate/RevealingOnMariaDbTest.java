package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RevealingOnMariaDbTest extends RevealingSuite {

    RevealingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
