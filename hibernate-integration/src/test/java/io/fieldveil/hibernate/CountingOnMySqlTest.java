package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class CountingOnMySqlTest extends CountingSuite {

    CountingOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
