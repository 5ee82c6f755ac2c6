package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingNodesOnH2Test extends MarkingNodesSuite {

    MarkingNodesOnH2Test() {
        super(TestDatabase.H2);
    }
}
