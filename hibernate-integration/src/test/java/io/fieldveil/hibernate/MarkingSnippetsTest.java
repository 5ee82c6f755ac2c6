package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.marking.Marking;
import io.fieldveil.marking.Markings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tagged regions are what docs/marking.md shows. */
@SuppressWarnings("try") // scopes are there to be closed
class MarkingSnippetsTest extends MarkedSuite {

    MarkingSnippetsTest() {
        super(TestDatabase.H2, Trait.class, Trait.Extra.class);
    }

    @Test
    void unmarkedAndMarkedAgain() {
        var entityManagerFactory = jpa.sessionFactory();
        // tag::mark[]
        Markings markings = Fieldveil.runtime(entityManagerFactory).markings();
        try (var scope = AccessScope.open(AccessContext.of("ann", Markings.MARK_PII, "VIEW_PII"))) {
            markings.unmark(Member.class, "income"); // from now on everyone sees it
            markings.mark(Member.class, "visits"); // from now on only who has VIEW_PII
        }
        // end::mark[]
        assertThat(load(VIEWER).income).isEqualTo(47_100);
        assertThat(load(VIEWER).visits).isEqualTo(40);
    }

    @Test
    void changedAsItWasSeen() {
        try (var scope = AccessScope.open(MARKER)) {
            var markings = markings();
            // tag::seen[]
            List<Marking> page = markings.all(); // attribute, name, marked, version
            Marking seen = page.get(0); // what somebody clicked on
            markings.change(seen, false); // FV-545 if somebody else was faster
            // end::seen[]
            assertThat(markings.all().get(0).marked()).isFalse();
        }
    }

    @Test
    void markedByName() {
        Long trait = as(VIEWER, session -> {
            var row = new Trait("favourite colour", "green");
            session.persist(row);
            return row.id;
        });
        try (var scope = AccessScope.open(MARKER)) {
            var markings = markings();
            // tag::by-name[]
            markings.unmark(Trait.class, "value", "favourite colour");
            // end::by-name[]
        }
        String shown = as(VIEWER, session -> session.find(Trait.class, trait).value);
        assertThat(shown).isEqualTo("green");
    }
}
