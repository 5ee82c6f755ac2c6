package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenancyRowsOnMariaDbTest extends TenancyRows {
    TenancyRowsOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
