package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingNodesOnPostgreSqlTest extends MarkingNodesSuite {

    MarkingNodesOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
