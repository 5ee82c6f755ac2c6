package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class GuessOnMariaDbTest extends GuessSuite {

    GuessOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
