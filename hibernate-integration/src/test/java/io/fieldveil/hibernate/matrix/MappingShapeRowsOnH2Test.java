package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class MappingShapeRowsOnH2Test extends MappingShapeRows {
    MappingShapeRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
