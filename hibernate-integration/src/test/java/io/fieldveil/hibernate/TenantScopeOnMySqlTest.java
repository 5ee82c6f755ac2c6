package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class TenantScopeOnMySqlTest extends TenantScopeSuite {

    TenantScopeOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
