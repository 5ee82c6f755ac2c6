package io.fieldveil.hibernate.oracle;

import io.fieldveil.hibernate.testing.TestDatabase;

class OracleOnH2Test extends OracleSuite {

    OracleOnH2Test() {
        super(TestDatabase.H2);
    }

    @Override
    int fewest() {
        return 10_000;
    }
}
