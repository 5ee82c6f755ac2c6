package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ParameterOnPostgreSqlTest extends ParameterSuite {

    ParameterOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
