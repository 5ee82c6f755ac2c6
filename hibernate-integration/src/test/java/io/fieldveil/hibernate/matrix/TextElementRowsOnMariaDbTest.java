package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class TextElementRowsOnMariaDbTest extends TextElementRows {
    TextElementRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
