package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RecordOnMariaDbTest extends RecordSuite {

    RecordOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
