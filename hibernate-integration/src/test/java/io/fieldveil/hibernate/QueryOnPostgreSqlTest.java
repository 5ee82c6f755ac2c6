package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class QueryOnPostgreSqlTest extends QuerySuite {

    QueryOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
