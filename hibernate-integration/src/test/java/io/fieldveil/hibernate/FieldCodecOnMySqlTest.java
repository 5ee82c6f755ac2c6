package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class FieldCodecOnMySqlTest extends FieldCodecSuite {

    FieldCodecOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
