package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class RelationRowsOnMariaDbTest extends RelationRows {
    RelationRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
