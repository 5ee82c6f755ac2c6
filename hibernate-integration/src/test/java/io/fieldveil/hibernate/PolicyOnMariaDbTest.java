package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class PolicyOnMariaDbTest extends PolicySuite {

    PolicyOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
