package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ParameterOnMariaDbTest extends ParameterSuite {

    ParameterOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
