package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantDatabaseOnPostgreSqlTest extends SeparateTenantsSuite {

    TenantDatabaseOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL, TenantDatabases::new);
    }
}
