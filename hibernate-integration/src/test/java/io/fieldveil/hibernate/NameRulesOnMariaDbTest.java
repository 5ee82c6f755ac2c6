package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NameRulesOnMariaDbTest extends NameRulesSuite {

    NameRulesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
