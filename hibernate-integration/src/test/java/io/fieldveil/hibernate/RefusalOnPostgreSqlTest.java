package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RefusalOnPostgreSqlTest extends RefusalSuite {

    RefusalOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
