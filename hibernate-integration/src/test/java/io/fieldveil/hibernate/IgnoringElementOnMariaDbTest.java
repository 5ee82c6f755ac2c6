package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class IgnoringElementOnMariaDbTest extends IgnoringElementSuite {

    IgnoringElementOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
