package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ParameterOnH2Test extends ParameterSuite {

    ParameterOnH2Test() {
        super(TestDatabase.H2);
    }
}
