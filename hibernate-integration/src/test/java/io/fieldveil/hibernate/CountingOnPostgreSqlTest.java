package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class CountingOnPostgreSqlTest extends CountingSuite {

    CountingOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
