package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NamedMarkingOnPostgreSqlTest extends NamedMarkingSuite {

    NamedMarkingOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
