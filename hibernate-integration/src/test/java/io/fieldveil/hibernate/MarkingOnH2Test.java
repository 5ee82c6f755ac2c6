package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingOnH2Test extends MarkingSuite {

    MarkingOnH2Test() {
        super(TestDatabase.H2);
    }
}
