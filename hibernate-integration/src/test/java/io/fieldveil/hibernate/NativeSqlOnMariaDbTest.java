package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeSqlOnMariaDbTest extends NativeSqlSuite {

    NativeSqlOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
