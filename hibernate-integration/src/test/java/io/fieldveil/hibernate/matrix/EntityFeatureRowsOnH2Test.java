package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class EntityFeatureRowsOnH2Test extends EntityFeatureRows {
    EntityFeatureRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
