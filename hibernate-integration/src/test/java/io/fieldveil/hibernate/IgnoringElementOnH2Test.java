package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class IgnoringElementOnH2Test extends IgnoringElementSuite {

    IgnoringElementOnH2Test() {
        super(TestDatabase.H2);
    }
}
