package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnversOnH2Test extends EnversSuite {

    EnversOnH2Test() {
        super(TestDatabase.H2);
    }
}
