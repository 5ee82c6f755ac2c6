package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementOnPostgreSqlTest extends ElementSuite {

    ElementOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
