package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeSqlOnPostgreSqlTest extends NativeSqlSuite {

    NativeSqlOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
