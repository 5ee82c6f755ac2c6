package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class SecondaryTableOnMySqlTest extends SecondaryTableSuite {

    SecondaryTableOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
