package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class CriteriaRowsOnH2Test extends CriteriaRows {
    CriteriaRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
