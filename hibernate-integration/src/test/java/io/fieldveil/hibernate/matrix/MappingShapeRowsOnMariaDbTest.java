package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class MappingShapeRowsOnMariaDbTest extends MappingShapeRows {
    MappingShapeRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
