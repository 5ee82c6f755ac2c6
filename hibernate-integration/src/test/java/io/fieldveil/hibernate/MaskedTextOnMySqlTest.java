package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class MaskedTextOnMySqlTest extends MaskedTextSuite {

    MaskedTextOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
