package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeSqlOnRecordOnH2Test extends NativeSqlOnRecordSuite {

    NativeSqlOnRecordOnH2Test() {
        super(TestDatabase.H2);
    }
}
