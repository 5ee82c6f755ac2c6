package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ComputedQueryOnMySqlTest extends ComputedQuerySuite {

    ComputedQueryOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
