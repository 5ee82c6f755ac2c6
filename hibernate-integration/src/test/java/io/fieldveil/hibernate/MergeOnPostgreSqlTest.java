package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MergeOnPostgreSqlTest extends MergeSuite {

    MergeOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
