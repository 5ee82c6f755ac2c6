package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingOnPostgreSqlTest extends MarkingSuite {

    MarkingOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
