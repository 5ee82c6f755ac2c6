package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantDatabaseOnH2Test extends SeparateTenantsSuite {

    TenantDatabaseOnH2Test() {
        super(TestDatabase.H2, TenantDatabases::new);
    }
}
