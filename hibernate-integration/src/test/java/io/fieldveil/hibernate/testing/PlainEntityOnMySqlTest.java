package io.fieldveil.hibernate.testing;

@RequiresMySql
class PlainEntityOnMySqlTest extends PlainEntitySuite {

    PlainEntityOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
