package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class QueryOnMySqlTest extends QuerySuite {

    QueryOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
