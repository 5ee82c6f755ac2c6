package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RevealingOnH2Test extends RevealingSuite {

    RevealingOnH2Test() {
        super(TestDatabase.H2);
    }
}
