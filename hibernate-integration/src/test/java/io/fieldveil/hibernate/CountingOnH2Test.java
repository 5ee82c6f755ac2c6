package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class CountingOnH2Test extends CountingSuite {

    CountingOnH2Test() {
        super(TestDatabase.H2);
    }
}
