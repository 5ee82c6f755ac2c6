package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MaskedQueryOnPostgreSqlTest extends MaskedQuerySuite {

    MaskedQueryOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
