package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class NameRulesOnMySqlTest extends NameRulesSuite {

    NameRulesOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
