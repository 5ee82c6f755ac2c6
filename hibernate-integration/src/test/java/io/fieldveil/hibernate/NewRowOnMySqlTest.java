package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class NewRowOnMySqlTest extends NewRowSuite {

    NewRowOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
