package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class OperationRowsOnMariaDbTest extends OperationRows {
    OperationRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
