package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ReadingOnPostgreSqlTest extends ReadingSuite {

    ReadingOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
