package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementCallbackOnH2Test extends ElementCallbackSuite {

    ElementCallbackOnH2Test() {
        super(TestDatabase.H2);
    }
}
