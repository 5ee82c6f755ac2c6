package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NewRowOnMariaDbTest extends NewRowSuite {

    NewRowOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
