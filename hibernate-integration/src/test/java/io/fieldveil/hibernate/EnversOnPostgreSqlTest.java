package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnversOnPostgreSqlTest extends EnversSuite {

    EnversOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
