package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class CriteriaRowsOnPostgreSqlTest extends CriteriaRows {
    CriteriaRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
