package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class EnhancedOnMySqlTest extends EnhancedSuite {

    EnhancedOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
