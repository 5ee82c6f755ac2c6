package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ReadingOnMariaDbTest extends ReadingSuite {

    ReadingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
