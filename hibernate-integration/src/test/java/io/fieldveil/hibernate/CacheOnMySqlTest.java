package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class CacheOnMySqlTest extends CacheSuite {

    CacheOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
