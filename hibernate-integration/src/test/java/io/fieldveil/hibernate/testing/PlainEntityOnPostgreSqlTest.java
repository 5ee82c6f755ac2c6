package io.fieldveil.hibernate.testing;

class PlainEntityOnPostgreSqlTest extends PlainEntitySuite {

    PlainEntityOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
