package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class FieldCodecOnMariaDbTest extends FieldCodecSuite {

    FieldCodecOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
