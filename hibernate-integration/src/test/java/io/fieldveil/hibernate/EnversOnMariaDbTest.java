package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnversOnMariaDbTest extends EnversSuite {

    EnversOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
