package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SecondaryTableOnMariaDbTest extends SecondaryTableSuite {

    SecondaryTableOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
