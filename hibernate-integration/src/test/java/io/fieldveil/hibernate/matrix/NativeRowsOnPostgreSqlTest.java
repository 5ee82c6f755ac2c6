package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class NativeRowsOnPostgreSqlTest extends NativeRows {
    NativeRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
