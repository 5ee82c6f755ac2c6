package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class MarkingRowsOnMariaDbTest extends MarkingRows {
    MarkingRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
