package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class NamedMarkingOnMySqlTest extends NamedMarkingSuite {

    NamedMarkingOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
