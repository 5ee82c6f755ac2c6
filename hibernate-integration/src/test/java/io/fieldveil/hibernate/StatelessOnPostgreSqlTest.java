package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class StatelessOnPostgreSqlTest extends StatelessSuite {

    StatelessOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
