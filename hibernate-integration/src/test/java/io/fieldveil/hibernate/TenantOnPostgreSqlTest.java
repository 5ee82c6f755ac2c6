package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantOnPostgreSqlTest extends TenantSuite {

    TenantOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
