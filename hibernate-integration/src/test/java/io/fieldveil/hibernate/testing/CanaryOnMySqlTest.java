package io.fieldveil.hibernate.testing;

@RequiresMySql
class CanaryOnMySqlTest extends CanaryOnDiskSuite {

    CanaryOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
