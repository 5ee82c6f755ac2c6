package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantOnH2Test extends TenantSuite {

    TenantOnH2Test() {
        super(TestDatabase.H2);
    }
}
