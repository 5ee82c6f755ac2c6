package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnhancedOnH2Test extends EnhancedSuite {

    EnhancedOnH2Test() {
        super(TestDatabase.H2);
    }
}
