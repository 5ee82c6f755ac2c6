package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementRulesOnMariaDbTest extends ElementRulesSuite {

    ElementRulesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
