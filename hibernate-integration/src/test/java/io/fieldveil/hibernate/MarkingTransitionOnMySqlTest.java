package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class MarkingTransitionOnMySqlTest extends MarkingTransitionSuite {

    MarkingTransitionOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
