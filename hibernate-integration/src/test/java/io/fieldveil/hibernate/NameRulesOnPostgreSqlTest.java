package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NameRulesOnPostgreSqlTest extends NameRulesSuite {

    NameRulesOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
