package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class TextElementRowsOnPostgreSqlTest extends TextElementRows {
    TextElementRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
