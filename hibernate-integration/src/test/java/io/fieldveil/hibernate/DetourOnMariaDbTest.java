package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class DetourOnMariaDbTest extends DetourSuite {

    DetourOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
