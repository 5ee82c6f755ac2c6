package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class MappingShapeRowsOnPostgreSqlTest extends MappingShapeRows {
    MappingShapeRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
