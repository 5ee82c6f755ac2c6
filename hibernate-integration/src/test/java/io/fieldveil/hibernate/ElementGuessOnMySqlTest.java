package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ElementGuessOnMySqlTest extends ElementGuessSuite {

    ElementGuessOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
