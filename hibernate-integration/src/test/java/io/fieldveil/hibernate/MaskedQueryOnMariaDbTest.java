package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MaskedQueryOnMariaDbTest extends MaskedQuerySuite {

    MaskedQueryOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
