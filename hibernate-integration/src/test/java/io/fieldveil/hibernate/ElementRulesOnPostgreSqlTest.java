package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementRulesOnPostgreSqlTest extends ElementRulesSuite {

    ElementRulesOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
