package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class CacheOnH2Test extends CacheSuite {

    CacheOnH2Test() {
        super(TestDatabase.H2);
    }
}
