package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class EnversShapesOnMySqlTest extends EnversShapesSuite {

    EnversShapesOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
