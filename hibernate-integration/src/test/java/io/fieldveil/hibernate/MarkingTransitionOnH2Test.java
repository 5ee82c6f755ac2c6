package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingTransitionOnH2Test extends MarkingTransitionSuite {

    MarkingTransitionOnH2Test() {
        super(TestDatabase.H2);
    }
}
