package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class WritingOnH2Test extends WritingSuite {

    WritingOnH2Test() {
        super(TestDatabase.H2);
    }
}
