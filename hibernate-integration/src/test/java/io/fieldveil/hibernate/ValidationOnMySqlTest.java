package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ValidationOnMySqlTest extends ValidationSuite {

    ValidationOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
