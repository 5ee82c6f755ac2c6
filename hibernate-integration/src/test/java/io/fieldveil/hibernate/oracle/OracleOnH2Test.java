package io.fieldveil.hibernate.oracle;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OracleOnH2Test extends OracleSuite {

    OracleOnH2Test() {
        super(TestDatabase.H2);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.PREVIOUS_SEED)
    void operations_inAnyOrderByAnyRole_endAsTheTwinDoes(@ForAll("sequences") List<Operation> sequence) {
        drive(sequence);
    }

    @Override
    int fewest() {
        return 10_000;
    }
}
