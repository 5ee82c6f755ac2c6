package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingTransitionOnMariaDbTest extends MarkingTransitionSuite {

    MarkingTransitionOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
