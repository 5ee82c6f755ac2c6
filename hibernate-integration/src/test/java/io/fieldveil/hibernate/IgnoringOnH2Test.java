package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class IgnoringOnH2Test extends IgnoringSuite {

    IgnoringOnH2Test() {
        super(TestDatabase.H2);
    }
}
