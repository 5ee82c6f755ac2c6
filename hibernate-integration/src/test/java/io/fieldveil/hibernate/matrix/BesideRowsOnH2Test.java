package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class BesideRowsOnH2Test extends BesideRows {
    BesideRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
