package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MaskedTextOnPostgreSqlTest extends MaskedTextSuite {

    MaskedTextOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
