package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeSqlOnH2Test extends NativeSqlSuite {

    NativeSqlOnH2Test() {
        super(TestDatabase.H2);
    }
}
