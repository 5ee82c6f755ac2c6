package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class NaturalIdOnMySqlTest extends NaturalIdSuite {

    NaturalIdOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
