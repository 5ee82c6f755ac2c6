package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NaturalIdOnMariaDbTest extends NaturalIdSuite {

    NaturalIdOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
