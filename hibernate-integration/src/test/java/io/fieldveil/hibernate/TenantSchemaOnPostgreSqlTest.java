package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantSchemaOnPostgreSqlTest extends SeparateTenantsSuite {

    TenantSchemaOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL, TenantSchemas::new);
    }
}
