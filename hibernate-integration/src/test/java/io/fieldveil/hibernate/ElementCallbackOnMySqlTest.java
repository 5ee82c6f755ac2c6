package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ElementCallbackOnMySqlTest extends ElementCallbackSuite {

    ElementCallbackOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
