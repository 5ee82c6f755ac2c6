package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantDatabaseOnMariaDbTest extends SeparateTenantsSuite {

    TenantDatabaseOnMariaDbTest() {
        super(TestDatabase.MARIADB, TenantDatabases::new);
    }
}
