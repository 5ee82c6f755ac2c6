package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class OwnershipOnH2Test extends OwnershipSuite {

    OwnershipOnH2Test() {
        super(TestDatabase.H2);
    }
}
