package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NaturalIdOnH2Test extends NaturalIdSuite {

    NaturalIdOnH2Test() {
        super(TestDatabase.H2);
    }
}
