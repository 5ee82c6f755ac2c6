package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class BootOnMySqlTest extends BootSuite {

    BootOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
