package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantDatabaseOnMariaDbTest extends TenantDatabaseSuite {

    TenantDatabaseOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
