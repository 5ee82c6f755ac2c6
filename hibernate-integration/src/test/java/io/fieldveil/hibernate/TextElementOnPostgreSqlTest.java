package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TextElementOnPostgreSqlTest extends TextElementSuite {

    TextElementOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
