package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class OwnershipOnMySqlTest extends OwnershipSuite {

    OwnershipOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
