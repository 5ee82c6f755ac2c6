package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class TextElementRowsOnH2Test extends TextElementRows {
    TextElementRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
