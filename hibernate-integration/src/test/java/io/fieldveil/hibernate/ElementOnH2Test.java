package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementOnH2Test extends ElementSuite {

    ElementOnH2Test() {
        super(TestDatabase.H2);
    }
}
