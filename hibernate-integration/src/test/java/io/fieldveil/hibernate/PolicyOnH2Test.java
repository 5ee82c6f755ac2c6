package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class PolicyOnH2Test extends PolicySuite {

    PolicyOnH2Test() {
        super(TestDatabase.H2);
    }
}
