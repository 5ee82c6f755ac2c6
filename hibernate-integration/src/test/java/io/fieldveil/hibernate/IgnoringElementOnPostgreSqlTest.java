package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class IgnoringElementOnPostgreSqlTest extends IgnoringElementSuite {

    IgnoringElementOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
