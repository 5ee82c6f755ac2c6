package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class StatelessOnH2Test extends StatelessSuite {

    StatelessOnH2Test() {
        super(TestDatabase.H2);
    }
}
