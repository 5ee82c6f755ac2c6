package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SealedCanaryOnH2Test extends SealedCanarySuite {

    SealedCanaryOnH2Test() {
        super(TestDatabase.H2);
    }
}
