package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class QueryOnH2Test extends QuerySuite {

    QueryOnH2Test() {
        super(TestDatabase.H2);
    }
}
