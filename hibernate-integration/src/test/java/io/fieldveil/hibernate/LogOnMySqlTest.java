package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class LogOnMySqlTest extends LogSuite {

    LogOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
