package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ReadingOnMySqlTest extends ReadingSuite {

    ReadingOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
