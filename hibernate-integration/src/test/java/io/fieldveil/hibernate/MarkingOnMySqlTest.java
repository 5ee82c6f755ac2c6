package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class MarkingOnMySqlTest extends MarkingSuite {

    MarkingOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
