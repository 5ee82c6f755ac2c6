package io.fieldveil.hibernate.testing;

class CanaryOnPostgreSqlTest extends CanaryOnDiskSuite {

    CanaryOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
