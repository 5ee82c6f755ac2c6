package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ValidationOnMariaDbTest extends ValidationSuite {

    ValidationOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
