package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.RequiresMySql;
import io.fieldveil.hibernate.testing.TestDatabase;

@RequiresMySql
class MappingRulesOnMySqlTest extends MappingRulesSuite {

    MappingRulesOnMySqlTest() {
        super(TestDatabase.MYSQL);
    }
}
