package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class FetchOnPostgreSqlTest extends FetchSuite {

    FetchOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
