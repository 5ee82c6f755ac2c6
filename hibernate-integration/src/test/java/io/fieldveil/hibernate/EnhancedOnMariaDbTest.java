package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class EnhancedOnMariaDbTest extends EnhancedSuite {

    EnhancedOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
