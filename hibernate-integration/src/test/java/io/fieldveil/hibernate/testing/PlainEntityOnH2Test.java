package io.fieldveil.hibernate.testing;

class PlainEntityOnH2Test extends PlainEntitySuite {

    PlainEntityOnH2Test() {
        super(TestDatabase.H2);
    }
}
