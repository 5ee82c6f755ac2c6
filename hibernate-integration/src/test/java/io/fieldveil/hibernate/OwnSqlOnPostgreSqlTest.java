package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class OwnSqlOnPostgreSqlTest extends OwnSqlSuite {

    OwnSqlOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
