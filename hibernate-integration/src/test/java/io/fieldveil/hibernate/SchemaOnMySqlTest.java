package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class SchemaOnMySqlTest extends SchemaSuite {

    SchemaOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
