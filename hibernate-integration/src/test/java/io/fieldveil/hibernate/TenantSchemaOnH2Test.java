package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantSchemaOnH2Test extends SeparateTenantsSuite {

    TenantSchemaOnH2Test() {
        super(TestDatabase.H2, TenantSchemas::new);
    }
}
