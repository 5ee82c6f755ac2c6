package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class SealedCanaryOnMySqlTest extends SealedCanaryOnDiskSuite {

    SealedCanaryOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
