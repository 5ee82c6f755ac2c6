package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingOnMariaDbTest extends MarkingSuite {

    MarkingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
