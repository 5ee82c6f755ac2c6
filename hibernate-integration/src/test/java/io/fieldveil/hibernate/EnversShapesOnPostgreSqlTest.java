package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnversShapesOnPostgreSqlTest extends EnversShapesSuite {

    EnversShapesOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
