package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NaturalIdOnPostgreSqlTest extends NaturalIdSuite {

    NaturalIdOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
