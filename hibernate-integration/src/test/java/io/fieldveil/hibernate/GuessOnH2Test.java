package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class GuessOnH2Test extends GuessSuite {

    GuessOnH2Test() {
        super(TestDatabase.H2);
    }
}
