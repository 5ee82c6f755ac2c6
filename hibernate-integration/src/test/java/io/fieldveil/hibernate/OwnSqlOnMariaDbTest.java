package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class OwnSqlOnMariaDbTest extends OwnSqlSuite {

    OwnSqlOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
