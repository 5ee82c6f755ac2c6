package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantScopeOnPostgreSqlTest extends TenantScopeSuite {

    TenantScopeOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
