package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class ElementRulesOnMySqlTest extends ElementRulesSuite {

    ElementRulesOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
