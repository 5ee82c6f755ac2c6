package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class CacheOnPostgreSqlTest extends CacheSuite {

    CacheOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
