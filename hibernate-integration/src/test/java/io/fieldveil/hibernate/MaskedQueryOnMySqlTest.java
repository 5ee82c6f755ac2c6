package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class MaskedQueryOnMySqlTest extends MaskedQuerySuite {

    MaskedQueryOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
