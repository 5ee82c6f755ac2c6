package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantScopeOnMariaDbTest extends TenantScopeSuite {

    TenantScopeOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
