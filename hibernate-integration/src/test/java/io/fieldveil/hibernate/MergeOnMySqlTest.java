package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class MergeOnMySqlTest extends MergeSuite {

    MergeOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
