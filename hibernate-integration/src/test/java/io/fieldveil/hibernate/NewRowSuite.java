package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entities that were persisted and not flushed are new, also where their rows are there already. */
abstract class NewRowSuite extends ProtectedSuite {

    NewRowSuite(TestDatabase server) {
        super(server, Visitor.class, Contact.class);
    }

    @Entity(name = "Visitor")
    static class Visitor {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @AutoHashed(PiiType.EMAIL)
        String email;

        @Masked(MaskStyle.NAME)
        String lastName;

        @Masked(MaskStyle.NUMBER)
        Integer income;

        @Masked(encryptedAtRest = true, domain = "remark")
        String remark;

        Visitor() {}

        Visitor(String email, String lastName, Integer income, String remark) {
            this.email = email;
            this.lastName = lastName;
            this.income = income;
            this.remark = remark;
        }
    }

    private static Visitor visitor() {
        return new Visitor("alice@example.org", "Jansen", 47_100, "called");
    }

    private Map<String, Object> columns(String table) {
        return jpa.rows("select lastName, income from " + table).get(0);
    }

    @Test
    void typedByViewer_betweenPersistAndFlush_isWritten() {
        var seen = new Visitor();
        for (var context : java.util.List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            Long id = as(context, session -> {
                var visitor = visitor();
                session.persist(visitor);
                visitor.lastName = "Smith";
                visitor.income = 40_000; // the mask of what was there before
                visitor.remark = "called twice";
                visitor.email = "bob@example.org";
                return visitor.id;
            });
            assertThat(columns("Visitor")).containsEntry("lastname", "Smith").containsEntry("income", 40_000);
            run(ADMIN, session -> seen.remark = session.find(Visitor.class, id).remark);
            assertThat(seen.remark).isEqualTo("called twice");
        }
    }

    @Test
    void typedByViewer_betweenPersistAndFlushOfAGeneratedSequence_isWritten() {
        run(VIEWER, session -> {
            var contact = new Contact("alice@example.org", null, "Jansen");
            session.persist(contact);
            contact.lastName = "Smith";
            contact.income = 47_100;
        });
        assertThat(columns("Contact")).containsEntry("lastname", "Smith").containsEntry("income", 47_100);
    }

    @Test
    void typedByViewer_intoTheResultOfMergingANewOne_isWritten() {
        run(VIEWER, session -> {
            var visitor = session.merge(visitor());
            visitor.lastName = "Smith";
        });
        assertThat(columns("Visitor")).containsEntry("lastname", "Smith");
    }

    @Test
    void typedByViewer_afterAQueryThatFlushedNothing_isWritten() {
        run(VIEWER, session -> {
            var visitor = visitor();
            session.persist(visitor);
            session.createQuery("from Contact", Contact.class).getResultList();
            visitor.lastName = "Smith";
        });
        assertThat(columns("Visitor")).containsEntry("lastname", "Smith");
    }

    @Test
    void typedByViewer_afterTheFlush_isRefused() {
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> {
                    var visitor = visitor();
                    session.persist(visitor);
                    session.flush();
                    visitor.lastName = "Smith";
                }));
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> {
                    var visitor = visitor();
                    session.persist(visitor);
                    visitor.income = 1;
                    session.createQuery("from Visitor", Visitor.class).getResultList();
                    visitor.lastName = "Smith";
                }));
        assertThat(jpa.rows("select * from Visitor")).isEmpty();
    }

    @Test
    void typedByViewer_intoTheRowLoadedAnew_isRefused() {
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> {
                    var visitor = visitor();
                    session.persist(visitor);
                    session.clear();
                    session.find(Visitor.class, visitor.id).lastName = "Smith";
                }));
    }

    @Test
    void maskOrToken_typedBetweenPersistAndFlush_isRefused() {
        assertRefused(
                "FV-202",
                () -> run(VIEWER, session -> {
                    var visitor = visitor();
                    session.persist(visitor);
                    visitor.lastName = "J•••";
                }));
        assertRefused(
                "FV-201",
                () -> run(VIEWER, session -> {
                    var visitor = visitor();
                    session.persist(visitor);
                    visitor.email = "fv1.AAAA";
                }));
        assertThat(jpa.rows("select * from Visitor")).isEmpty();
    }
}
