package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class BootOnH2Test extends BootSuite {

    BootOnH2Test() {
        super(TestDatabase.H2);
    }
}
