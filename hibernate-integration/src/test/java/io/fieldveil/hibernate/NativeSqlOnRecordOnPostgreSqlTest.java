package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeSqlOnRecordOnPostgreSqlTest extends NativeSqlOnRecordSuite {

    NativeSqlOnRecordOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
