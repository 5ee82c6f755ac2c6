package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantScopeOnH2Test extends TenantScopeSuite {

    TenantScopeOnH2Test() {
        super(TestDatabase.H2);
    }
}
