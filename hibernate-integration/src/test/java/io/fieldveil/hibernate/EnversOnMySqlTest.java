package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class EnversOnMySqlTest extends EnversSuite {

    EnversOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
