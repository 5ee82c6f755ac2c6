package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class IgnoringElementOnMySqlTest extends IgnoringElementSuite {

    IgnoringElementOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
