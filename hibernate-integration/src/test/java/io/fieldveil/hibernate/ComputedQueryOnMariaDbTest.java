package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ComputedQueryOnMariaDbTest extends ComputedQuerySuite {

    ComputedQueryOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
