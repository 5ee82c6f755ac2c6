package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class OwnershipOnPostgreSqlTest extends OwnershipSuite {

    OwnershipOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
