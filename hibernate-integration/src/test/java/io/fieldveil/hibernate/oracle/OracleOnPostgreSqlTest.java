package io.fieldveil.hibernate.oracle;

import io.fieldveil.hibernate.testing.TestDatabase;

class OracleOnPostgreSqlTest extends OracleSuite {

    OracleOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }

    @Override
    int fewest() {
        return 1_000;
    }
}
