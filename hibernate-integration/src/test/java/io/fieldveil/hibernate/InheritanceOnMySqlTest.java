package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class InheritanceOnMySqlTest extends InheritanceSuite {

    InheritanceOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
