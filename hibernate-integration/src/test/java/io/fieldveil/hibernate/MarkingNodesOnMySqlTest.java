package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class MarkingNodesOnMySqlTest extends MarkingNodesSuite {

    MarkingNodesOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
