package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class ClassAnnotationRowsOnH2Test extends ClassAnnotationRows {
    ClassAnnotationRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
