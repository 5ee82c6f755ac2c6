package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class RevealingOnMySqlTest extends RevealingSuite {

    RevealingOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
