package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class DetourOnPostgreSqlTest extends DetourSuite {

    DetourOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
