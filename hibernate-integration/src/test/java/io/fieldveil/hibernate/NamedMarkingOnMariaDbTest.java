package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NamedMarkingOnMariaDbTest extends NamedMarkingSuite {

    NamedMarkingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
