package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ElementOnMySqlTest extends ElementSuite {

    ElementOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
