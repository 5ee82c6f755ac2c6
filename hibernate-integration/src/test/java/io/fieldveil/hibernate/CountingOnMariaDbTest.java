package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class CountingOnMariaDbTest extends CountingSuite {

    CountingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
