package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class OperationRowsOnPostgreSqlTest extends OperationRows {
    OperationRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
