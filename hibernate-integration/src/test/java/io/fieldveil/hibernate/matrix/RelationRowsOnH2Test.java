package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class RelationRowsOnH2Test extends RelationRows {
    RelationRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
