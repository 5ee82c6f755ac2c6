package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenancyRowsOnH2Test extends TenancyRows {
    TenancyRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
