package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class ClassAnnotationRowsOnPostgreSqlTest extends ClassAnnotationRows {
    ClassAnnotationRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
