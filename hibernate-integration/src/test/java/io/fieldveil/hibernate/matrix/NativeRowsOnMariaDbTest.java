package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeRowsOnMariaDbTest extends NativeRows {
    NativeRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
