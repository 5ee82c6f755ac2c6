package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class ElementRulesOnH2Test extends ElementRulesSuite {

    ElementRulesOnH2Test() {
        super(TestDatabase.H2);
    }
}
