package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementCallbackOnMariaDbTest extends ElementCallbackSuite {

    ElementCallbackOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
