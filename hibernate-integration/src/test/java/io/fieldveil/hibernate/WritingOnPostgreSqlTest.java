package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class WritingOnPostgreSqlTest extends WritingSuite {

    WritingOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
