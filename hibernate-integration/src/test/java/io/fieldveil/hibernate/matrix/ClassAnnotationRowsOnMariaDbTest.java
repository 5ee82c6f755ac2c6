package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class ClassAnnotationRowsOnMariaDbTest extends ClassAnnotationRows {
    ClassAnnotationRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
