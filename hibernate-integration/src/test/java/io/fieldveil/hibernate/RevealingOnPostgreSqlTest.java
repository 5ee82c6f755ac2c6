package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class RevealingOnPostgreSqlTest extends RevealingSuite {

    RevealingOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
