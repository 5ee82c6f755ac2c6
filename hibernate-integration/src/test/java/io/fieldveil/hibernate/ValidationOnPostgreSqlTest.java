package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ValidationOnPostgreSqlTest extends ValidationSuite {

    ValidationOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
