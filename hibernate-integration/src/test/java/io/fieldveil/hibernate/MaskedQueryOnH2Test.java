package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MaskedQueryOnH2Test extends MaskedQuerySuite {

    MaskedQueryOnH2Test() {
        super(TestDatabase.H2);
    }
}
