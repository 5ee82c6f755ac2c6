package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SecondaryTableOnH2Test extends SecondaryTableSuite {

    SecondaryTableOnH2Test() {
        super(TestDatabase.H2);
    }
}
