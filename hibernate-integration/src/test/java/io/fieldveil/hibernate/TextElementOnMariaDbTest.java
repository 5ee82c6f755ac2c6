package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TextElementOnMariaDbTest extends TextElementSuite {

    TextElementOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
