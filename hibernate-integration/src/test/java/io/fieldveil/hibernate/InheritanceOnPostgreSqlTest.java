package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class InheritanceOnPostgreSqlTest extends InheritanceSuite {

    InheritanceOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
