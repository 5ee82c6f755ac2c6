package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementOnMariaDbTest extends ElementSuite {

    ElementOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
