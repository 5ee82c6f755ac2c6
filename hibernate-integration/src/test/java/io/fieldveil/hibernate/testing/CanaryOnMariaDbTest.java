package io.fieldveil.hibernate.testing;

class CanaryOnMariaDbTest extends CanaryOnDiskSuite {

    CanaryOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
