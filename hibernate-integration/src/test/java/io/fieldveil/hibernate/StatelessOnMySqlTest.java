package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class StatelessOnMySqlTest extends StatelessSuite {

    StatelessOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
