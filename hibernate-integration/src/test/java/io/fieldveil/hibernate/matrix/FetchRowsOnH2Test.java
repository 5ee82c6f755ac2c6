package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class FetchRowsOnH2Test extends FetchRows {
    FetchRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
