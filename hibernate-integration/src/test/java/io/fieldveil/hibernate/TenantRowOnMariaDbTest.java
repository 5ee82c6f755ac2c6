package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantRowOnMariaDbTest extends TenantRowSuite {

    TenantRowOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
