package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class GuessOnPostgreSqlTest extends GuessSuite {

    GuessOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
