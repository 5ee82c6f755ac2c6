package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class IgnoringOnPostgreSqlTest extends IgnoringSuite {

    IgnoringOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
