package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class TenantOnMySqlTest extends TenantSuite {

    TenantOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
