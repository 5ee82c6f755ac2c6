package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class TenantRowOnH2Test extends TenantRowSuite {

    TenantRowOnH2Test() {
        super(TestDatabase.H2);
    }
}
