package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SealedCanaryOnMariaDbTest extends SealedCanaryOnDiskSuite {

    SealedCanaryOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
