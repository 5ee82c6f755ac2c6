package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class FetchOnH2Test extends FetchSuite {

    FetchOnH2Test() {
        super(TestDatabase.H2);
    }
}
