package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NamedMarkingOnH2Test extends NamedMarkingSuite {

    NamedMarkingOnH2Test() {
        super(TestDatabase.H2);
    }
}
