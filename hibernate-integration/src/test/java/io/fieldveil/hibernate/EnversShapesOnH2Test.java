package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnversShapesOnH2Test extends EnversShapesSuite {

    EnversShapesOnH2Test() {
        super(TestDatabase.H2);
    }
}
