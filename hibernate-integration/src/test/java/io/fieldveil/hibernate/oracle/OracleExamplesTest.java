package io.fieldveil.hibernate.oracle;

import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the oracle found once, shrunk. */
class OracleExamplesTest {

    private static void run(Operation... operations) throws Exception {
        try (var jpa = OracleSuite.fixture(TestDatabase.H2)) {
            OracleSuite.run(new World(jpa), List.of(operations));
        }
    }

    /** What tells that a row was loaded has to outlive the one value that it held. */
    @Test
    void statelessChange_ofTheOnlyValueThatARowHolds_isWritten() throws Exception {
        run(
                new Operation.Create(Role.NOBODY, Map.of(Attribute.EMAIL, "alice@example.org"), false),
                new Operation.Change(
                        Role.VIEWER, 0, Attribute.EMAIL, "bob@example.org", Operation.Change.How.STATELESS));
    }
}
