package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SealedCanaryOnPostgreSqlTest extends SealedCanaryOnDiskSuite {

    SealedCanaryOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
