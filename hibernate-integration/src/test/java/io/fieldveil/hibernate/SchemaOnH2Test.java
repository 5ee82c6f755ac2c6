package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class SchemaOnH2Test extends SchemaSuite {

    SchemaOnH2Test() {
        super(TestDatabase.H2);
    }
}
