package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnversShapesOnMariaDbTest extends EnversShapesSuite {

    EnversShapesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
