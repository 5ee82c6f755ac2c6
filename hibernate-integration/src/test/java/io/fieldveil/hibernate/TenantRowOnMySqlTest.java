package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class TenantRowOnMySqlTest extends TenantRowSuite {

    TenantRowOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
