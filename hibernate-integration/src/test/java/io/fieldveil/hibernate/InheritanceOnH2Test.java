package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class InheritanceOnH2Test extends InheritanceSuite {

    InheritanceOnH2Test() {
        super(TestDatabase.H2);
    }
}
