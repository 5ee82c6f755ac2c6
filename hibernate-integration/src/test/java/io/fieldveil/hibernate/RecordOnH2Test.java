package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RecordOnH2Test extends RecordSuite {

    RecordOnH2Test() {
        super(TestDatabase.H2);
    }
}
