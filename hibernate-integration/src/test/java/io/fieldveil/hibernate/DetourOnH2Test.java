package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class DetourOnH2Test extends DetourSuite {

    DetourOnH2Test() {
        super(TestDatabase.H2);
    }
}
