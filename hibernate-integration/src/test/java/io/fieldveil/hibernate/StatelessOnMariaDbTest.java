package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class StatelessOnMariaDbTest extends StatelessSuite {

    StatelessOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
