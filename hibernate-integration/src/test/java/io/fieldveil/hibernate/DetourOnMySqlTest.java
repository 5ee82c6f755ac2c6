package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class DetourOnMySqlTest extends DetourSuite {

    DetourOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
