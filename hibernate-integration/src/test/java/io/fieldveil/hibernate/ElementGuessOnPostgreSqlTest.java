package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementGuessOnPostgreSqlTest extends ElementGuessSuite {

    ElementGuessOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
