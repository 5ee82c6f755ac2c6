package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class TextElementOnMySqlTest extends TextElementSuite {

    TextElementOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
