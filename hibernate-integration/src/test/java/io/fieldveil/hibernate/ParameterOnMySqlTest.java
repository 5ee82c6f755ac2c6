package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ParameterOnMySqlTest extends ParameterSuite {

    ParameterOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
