package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class OwnSqlOnMySqlTest extends OwnSqlSuite {

    OwnSqlOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
