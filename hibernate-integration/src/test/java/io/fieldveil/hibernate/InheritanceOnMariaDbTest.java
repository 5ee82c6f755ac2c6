package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class InheritanceOnMariaDbTest extends InheritanceSuite {

    InheritanceOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
