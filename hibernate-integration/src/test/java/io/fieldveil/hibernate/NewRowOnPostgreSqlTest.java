package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NewRowOnPostgreSqlTest extends NewRowSuite {

    NewRowOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
