package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class LogOnMariaDbTest extends LogSuite {

    LogOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
