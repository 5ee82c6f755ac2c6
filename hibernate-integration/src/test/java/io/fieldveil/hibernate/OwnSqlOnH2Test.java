package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class OwnSqlOnH2Test extends OwnSqlSuite {

    OwnSqlOnH2Test() {
        super(TestDatabase.H2);
    }
}
