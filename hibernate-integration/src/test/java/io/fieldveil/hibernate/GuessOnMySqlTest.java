package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class GuessOnMySqlTest extends GuessSuite {

    GuessOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
