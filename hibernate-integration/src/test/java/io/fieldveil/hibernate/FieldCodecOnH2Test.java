package io.fieldveil.hibernate;

import io.fieldveil.hibernate.testing.TestDatabase;

class FieldCodecOnH2Test extends FieldCodecSuite {

    FieldCodecOnH2Test() {
        super(TestDatabase.H2);
    }
}
