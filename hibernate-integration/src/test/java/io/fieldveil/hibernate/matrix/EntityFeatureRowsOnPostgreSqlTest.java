package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class EntityFeatureRowsOnPostgreSqlTest extends EntityFeatureRows {
    EntityFeatureRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
