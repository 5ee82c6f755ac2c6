package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class IgnoringOnMySqlTest extends IgnoringSuite {

    IgnoringOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
