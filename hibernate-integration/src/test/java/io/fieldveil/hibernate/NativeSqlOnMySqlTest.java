package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class NativeSqlOnMySqlTest extends NativeSqlSuite {

    NativeSqlOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
