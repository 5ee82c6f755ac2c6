package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class CriteriaRowsOnMariaDbTest extends CriteriaRows {
    CriteriaRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
