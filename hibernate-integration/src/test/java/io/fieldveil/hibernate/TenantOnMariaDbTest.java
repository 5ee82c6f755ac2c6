package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantOnMariaDbTest extends TenantSuite {

    TenantOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
