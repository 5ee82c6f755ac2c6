package io.fieldveil.hibernate.oracle;

import io.fieldveil.hibernate.testing.TestDatabase;

class OracleOnMariaDbTest extends OracleSuite {

    OracleOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }

    @Override
    int fewest() {
        return 1_000;
    }
}
