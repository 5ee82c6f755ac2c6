package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingNodesOnMariaDbTest extends MarkingNodesSuite {

    MarkingNodesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
