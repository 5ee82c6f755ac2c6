package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantRowOnPostgreSqlTest extends TenantRowSuite {

    TenantRowOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
