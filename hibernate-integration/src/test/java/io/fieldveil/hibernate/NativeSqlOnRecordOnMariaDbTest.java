package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeSqlOnRecordOnMariaDbTest extends NativeSqlOnRecordSuite {

    NativeSqlOnRecordOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
