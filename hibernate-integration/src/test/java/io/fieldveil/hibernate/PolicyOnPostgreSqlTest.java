package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class PolicyOnPostgreSqlTest extends PolicySuite {

    PolicyOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
