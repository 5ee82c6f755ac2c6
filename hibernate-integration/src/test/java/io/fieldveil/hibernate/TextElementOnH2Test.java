package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TextElementOnH2Test extends TextElementSuite {

    TextElementOnH2Test() {
        super(TestDatabase.H2);
    }
}
