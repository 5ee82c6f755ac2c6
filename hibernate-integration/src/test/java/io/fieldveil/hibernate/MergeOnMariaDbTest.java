package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MergeOnMariaDbTest extends MergeSuite {

    MergeOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
