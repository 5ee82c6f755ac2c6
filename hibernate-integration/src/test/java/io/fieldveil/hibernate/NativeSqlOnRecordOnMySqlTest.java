package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class NativeSqlOnRecordOnMySqlTest extends NativeSqlOnRecordSuite {

    NativeSqlOnRecordOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
