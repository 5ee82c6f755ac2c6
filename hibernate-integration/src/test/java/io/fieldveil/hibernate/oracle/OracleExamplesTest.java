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
                new Operation.Create(
                        Role.NOBODY, Map.of(Attribute.EMAIL, "alice@example.org", Attribute.LABEL, "home"), false),
                new Operation.Change(
                        Role.VIEWER, 0, Attribute.EMAIL, "bob@example.org", Operation.Change.How.STATELESS));
    }

    /** Of a component that was null, a record that takes another's place knows that it was. */
    @Test
    void statelessChange_ofARecordWhoseMaskedComponentIsNull_isWritten() throws Exception {
        run(
                new Operation.Create(Role.ADMIN, Map.of(Attribute.LABEL, "home"), false),
                new Operation.Change(Role.VIEWER, 0, Attribute.LABEL, "work", Operation.Change.How.STATELESS));
    }

    /** A guess is refused whether it is right or not, also in an element that a merge makes a new one of. */
    @Test
    void merge_ofAnElementThatHoldsTheStoredValue_isRefusedToWhoMayNotSeeIt() throws Exception {
        run(
                new Operation.Create(Role.NOBODY, Map.of(), false),
                new Places(Role.NOBODY, 0, Places.How.ADD, 0, "Rome", Part.STREET, "Storgata"),
                new Operation.PostBack(Role.ADMIN, Role.VIEWER, 0));
    }

    /** The same, typed over a mask. */
    @Test
    void merge_ofADetachedElementIntoWhichTheStoredValueIsTyped_isRefusedToWhoMayNotSeeIt() throws Exception {
        run(
                new Operation.Create(Role.NOBODY, Map.of(), false),
                new Places(Role.NOBODY, 0, Places.How.ADD, 0, "Rome", Part.STREET, "Storgata"),
                new Places(Role.VIEWER, 0, Places.How.CHANGE_DETACHED, 0, "Rome", Part.STREET, "Storgata"));
    }

    /** An element of which a masked part is null is a stored one, and is not filled in by who may not see it. */
    @Test
    void typingOverANullInAStoredElement_isRefusedToWhoMayNotSeeIt() throws Exception {
        for (var how : List.of(Places.How.CHANGE, Places.How.CHANGE_DETACHED, Places.How.REPLACE, Places.How.COPY)) {
            run(
                    new Operation.Create(Role.ADMIN, Map.of(), false),
                    new Places(Role.ADMIN, 0, Places.How.ADD, 0, "Oslo", Part.CODE, "A1"),
                    new Places(Role.ADMIN, 0, Places.How.ADD, 0, "Bern", Part.CODE, "A1"),
                    new Places(Role.NOBODY, 0, how, 0, "Bern", Part.STREET, "Storgata"));
        }
    }
}
