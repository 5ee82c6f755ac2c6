package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class WritingOnMariaDbTest extends WritingSuite {

    WritingOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
