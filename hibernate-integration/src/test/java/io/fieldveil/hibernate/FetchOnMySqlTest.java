package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class FetchOnMySqlTest extends FetchSuite {

    FetchOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
