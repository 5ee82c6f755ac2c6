package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class CacheOnMariaDbTest extends CacheSuite {

    CacheOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
