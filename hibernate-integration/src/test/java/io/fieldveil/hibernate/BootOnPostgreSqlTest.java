package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class BootOnPostgreSqlTest extends BootSuite {

    BootOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
