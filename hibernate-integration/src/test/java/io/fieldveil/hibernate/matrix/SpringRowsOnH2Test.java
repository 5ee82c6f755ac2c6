package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class SpringRowsOnH2Test extends SpringRows {
    SpringRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
