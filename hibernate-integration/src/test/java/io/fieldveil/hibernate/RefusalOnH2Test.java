package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RefusalOnH2Test extends RefusalSuite {

    RefusalOnH2Test() {
        super(TestDatabase.H2);
    }
}
