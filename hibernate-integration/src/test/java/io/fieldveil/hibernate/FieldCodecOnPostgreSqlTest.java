package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class FieldCodecOnPostgreSqlTest extends FieldCodecSuite {

    FieldCodecOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
