package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementGuessOnH2Test extends ElementGuessSuite {

    ElementGuessOnH2Test() {
        super(TestDatabase.H2);
    }
}
