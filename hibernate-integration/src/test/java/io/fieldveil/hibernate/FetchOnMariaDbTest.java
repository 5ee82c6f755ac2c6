package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class FetchOnMariaDbTest extends FetchSuite {

    FetchOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
