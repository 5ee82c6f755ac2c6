package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class NameRulesOnH2Test extends NameRulesSuite {

    NameRulesOnH2Test() {
        super(TestDatabase.H2);
    }
}
