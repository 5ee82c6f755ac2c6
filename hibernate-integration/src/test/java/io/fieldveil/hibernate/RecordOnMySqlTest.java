package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class RecordOnMySqlTest extends RecordSuite {

    RecordOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
