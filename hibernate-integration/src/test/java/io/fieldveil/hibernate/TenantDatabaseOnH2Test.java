package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantDatabaseOnH2Test extends TenantDatabaseSuite {

    TenantDatabaseOnH2Test() {
        super(TestDatabase.H2);
    }
}
