package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MaskedTextOnH2Test extends MaskedTextSuite {

    MaskedTextOnH2Test() {
        super(TestDatabase.H2);
    }
}
