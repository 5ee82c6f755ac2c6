package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class TenantDatabaseOnMySqlTest extends SeparateTenantsSuite {

    TenantDatabaseOnMySqlTest() {
        super(TestDatabase.MYSQL, TenantDatabases::new);
    }
}
