package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementCallbackOnPostgreSqlTest extends ElementCallbackSuite {

    ElementCallbackOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
