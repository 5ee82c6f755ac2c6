package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingTransitionOnPostgreSqlTest extends MarkingTransitionSuite {

    MarkingTransitionOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
