package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MaskedTextOnMariaDbTest extends MaskedTextSuite {

    MaskedTextOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
