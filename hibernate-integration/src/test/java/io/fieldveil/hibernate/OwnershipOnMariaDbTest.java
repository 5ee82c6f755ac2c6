package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class OwnershipOnMariaDbTest extends OwnershipSuite {

    OwnershipOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
