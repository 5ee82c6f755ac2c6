package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class DataRowsOnH2Test extends DataRows {
    DataRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
