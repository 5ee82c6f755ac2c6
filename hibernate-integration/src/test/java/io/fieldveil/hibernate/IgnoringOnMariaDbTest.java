package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class IgnoringOnMariaDbTest extends IgnoringSuite {

    IgnoringOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
