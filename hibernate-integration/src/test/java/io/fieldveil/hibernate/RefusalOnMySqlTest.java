package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class RefusalOnMySqlTest extends RefusalSuite {

    RefusalOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
