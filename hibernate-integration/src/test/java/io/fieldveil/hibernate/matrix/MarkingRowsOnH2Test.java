package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingRowsOnH2Test extends MarkingRows {
    MarkingRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
