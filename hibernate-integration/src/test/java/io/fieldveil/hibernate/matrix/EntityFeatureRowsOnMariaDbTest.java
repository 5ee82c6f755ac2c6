package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class EntityFeatureRowsOnMariaDbTest extends EntityFeatureRows {
    EntityFeatureRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
