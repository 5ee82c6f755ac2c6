package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenancyRowsOnPostgreSqlTest extends TenancyRows {
    TenancyRowsOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
