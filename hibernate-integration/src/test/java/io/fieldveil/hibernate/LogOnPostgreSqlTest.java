package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class LogOnPostgreSqlTest extends LogSuite {

    LogOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
