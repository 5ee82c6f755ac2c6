package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** With {@code fieldveil.masked-writes = ignore}: what a viewer changes in masked attributes is not written. */
abstract class IgnoringSuite extends PersonSuite {

    IgnoringSuite(TestDatabase server) {
        super(server);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting(FieldveilSettings.MASKED_WRITES, "ignore");
    }

    @Test
    void maskedAttribute_changedByViewer_isNotWrittenNorTriedAgain() {
        for (var change : WritingSuite.maskedChanges().toList()) {
            jpa.truncate();
            Long id = persist(Person.full("alice@example.org"));
            var before = row(id);
            boolean gone =
                    change.name().equals("address to null") || change.name().equals("address.geo to null");
            if (gone) {
                // Nothing is left that could hold the stored value.
                assertRefused("FV-203", () -> change(VIEWER, id, change.change()));
            } else {
                run(VIEWER, session -> {
                    var person = session.find(Person.class, id);
                    change.change().accept(person);
                    person.city = "Hamburg";
                    session.flush();
                    jpa.statements().clear();
                    session.flush();
                    assertThat(jpa.statements().count()).as(change.name()).isZero();
                });
                assertThat(except(row(id), "city")).as(change.name()).isEqualTo(except(before, "city"));
                change(ADMIN, id, person -> person.city = "Bremen");
                assertThat(except(row(id), "city")).as(change.name()).isEqualTo(except(before, "city"));
            }
        }
    }
}
