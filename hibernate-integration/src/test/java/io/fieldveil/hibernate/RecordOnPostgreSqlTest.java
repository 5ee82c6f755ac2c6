package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RecordOnPostgreSqlTest extends RecordSuite {

    RecordOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
