package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class ValueTypeRowsOnMariaDbTest extends ValueTypeRows {
    ValueTypeRowsOnMariaDbTest() throws Exception {
        super(TestDatabase.MARIADB);
    }
}
