package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class OperationRowsOnH2Test extends OperationRows {
    OperationRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
