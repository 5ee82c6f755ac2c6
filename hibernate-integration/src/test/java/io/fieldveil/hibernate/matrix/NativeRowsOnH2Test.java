package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeRowsOnH2Test extends NativeRows {
    NativeRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
