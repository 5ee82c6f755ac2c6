package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class ValueTypeRowsOnH2Test extends ValueTypeRows {
    ValueTypeRowsOnH2Test() throws Exception {
        super(TestDatabase.H2);
    }
}
