package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ReadingOnH2Test extends ReadingSuite {

    ReadingOnH2Test() {
        super(TestDatabase.H2);
    }
}
