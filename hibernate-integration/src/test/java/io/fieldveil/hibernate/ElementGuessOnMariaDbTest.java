package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementGuessOnMariaDbTest extends ElementGuessSuite {

    ElementGuessOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
