package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantDatabaseOnPostgreSqlTest extends TenantDatabaseSuite {

    TenantDatabaseOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
