package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SecondaryTableOnPostgreSqlTest extends SecondaryTableSuite {

    SecondaryTableOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
