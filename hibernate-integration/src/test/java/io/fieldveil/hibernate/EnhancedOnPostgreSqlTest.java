package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnhancedOnPostgreSqlTest extends EnhancedSuite {

    EnhancedOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
