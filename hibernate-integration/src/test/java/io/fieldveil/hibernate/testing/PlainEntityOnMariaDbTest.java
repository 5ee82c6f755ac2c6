package io.fieldveil.hibernate.testing;

class PlainEntityOnMariaDbTest extends PlainEntitySuite {

    PlainEntityOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
