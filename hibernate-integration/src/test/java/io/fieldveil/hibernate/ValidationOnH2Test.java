package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ValidationOnH2Test extends ValidationSuite {

    ValidationOnH2Test() {
        super(TestDatabase.H2);
    }
}
