package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MappingRulesOnPostgreSqlTest extends MappingRulesSuite {

    MappingRulesOnPostgreSqlTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
