package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SchemaOnPostgreSqlTest extends SchemaSuite {

    SchemaOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
