package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NewRowOnH2Test extends NewRowSuite {

    NewRowOnH2Test() {
        super(TestDatabase.H2);
    }
}
