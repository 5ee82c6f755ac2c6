package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MergeOnH2Test extends MergeSuite {

    MergeOnH2Test() {
        super(TestDatabase.H2);
    }
}
