package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class LogOnH2Test extends LogSuite {

    LogOnH2Test() {
        super(TestDatabase.H2);
    }
}
