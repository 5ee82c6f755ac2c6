package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SchemaOnMariaDbTest extends SchemaSuite {

    SchemaOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
