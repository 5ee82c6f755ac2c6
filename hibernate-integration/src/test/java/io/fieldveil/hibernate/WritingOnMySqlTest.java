package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class WritingOnMySqlTest extends WritingSuite {

    WritingOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
