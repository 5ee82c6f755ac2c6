package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingRowsOnPostgreSqlTest extends MarkingRows {
    MarkingRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
