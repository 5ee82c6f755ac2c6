package io.fieldveil.hibernate.testing;

class CanaryOnH2Test extends CanarySuite {

    CanaryOnH2Test() {
        super(TestDatabase.H2);
    }
}
