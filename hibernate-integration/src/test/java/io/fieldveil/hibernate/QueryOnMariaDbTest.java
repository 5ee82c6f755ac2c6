package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class QueryOnMariaDbTest extends QuerySuite {

    QueryOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
