package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class MappingRulesOnH2Test extends MappingRulesSuite {

    MappingRulesOnH2Test() {
        super(TestDatabase.H2);
    }
}
