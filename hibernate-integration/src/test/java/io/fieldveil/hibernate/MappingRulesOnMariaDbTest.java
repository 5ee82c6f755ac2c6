package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MappingRulesOnMariaDbTest extends MappingRulesSuite {

    MappingRulesOnMariaDbTest() {
        super(TestDatabase.MARIADB);
    }
}
