package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class PolicyOnMySqlTest extends PolicySuite {

    PolicyOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
