package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class HqlRowsOnH2Test extends HqlRows {
    HqlRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
