package io.fieldveil.hibernate.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.FieldveilSettings;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What README.md claims of its entity. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {

    private JpaFixture jpa;

    @BeforeAll
    void open() {
        jpa = JpaFixture.on(TestDatabase.H2)
                .entities(Contact.class)
                .setting(FieldveilSettings.KEY_SOURCE, "development")
                .setting(FieldveilSettings.DEVELOPMENT_DIRECTORY, Path.of("target", "development-key"))
                .open();
    }

    @AfterAll
    void close() throws SQLException {
        jpa.close();
    }

    @BeforeEach
    void persist() {
        jpa.truncate();
        var contact = new Contact();
        contact.email = " Alice@Example.org";
        contact.lastName = "Jansen";
        contact.birthDate = LocalDate.of(1986, 8, 19);
        jpa.inTransaction(session -> session.persist(contact));
    }

    @Test
    void query_byAnotherSpelling_findsTheRow() {
        Contact found = jpa.fromTransaction(session -> find(session, "alice@example.org"));

        assertThat(found.id).isNotNull();
    }

    @Test
    void loaded_byNobody_showsTokenAndMasks() {
        var contact = jpa.fromTransaction(session -> find(session, "alice@example.org"));

        assertThat(contact.email).startsWith("fv1.");
        assertThat(contact.lastName).startsWith("J").doesNotContain("ansen");
        assertThat(contact.birthDate).isNotEqualTo(LocalDate.of(1986, 8, 19));
    }

    @Test
    void maskAndToken_sentBack_changeNothing() {
        var row = jpa.rows("select * from Contact").get(0);
        var shown = jpa.fromTransaction(session -> find(session, "alice@example.org"));
        var form = new Contact();
        form.id = shown.id;
        form.email = shown.email;
        form.lastName = shown.lastName;
        form.birthDate = shown.birthDate;

        jpa.inTransaction(session -> session.merge(form));

        assertThat(jpa.rows("select * from Contact").get(0))
                .usingRecursiveComparison()
                .isEqualTo(row);
    }

    @Test
    @SuppressWarnings("try") // the scope is there to be closed
    void rangeAndOrder_areRefusedWithTheReason() {
        try (var scope = AccessScope.open(AccessContext.of("admin", "VIEW_PII"))) {
            assertThatThrownBy(() -> jpa.inTransaction(
                            session -> session.createQuery("from Contact c order by c.email", Contact.class)
                                    .list()))
                    .hasStackTraceContaining("FV-301");
            List<Contact> ordered = jpa.fromTransaction(
                    session -> session.createQuery("from Contact c order by c.lastName", Contact.class)
                            .getResultList());
            assertThat(ordered).hasSize(1);
        }
    }

    private static Contact find(Session session, String email) {
        return session.createQuery("from Contact c where c.email = :email", Contact.class)
                .setParameter("email", email)
                .getSingleResult();
    }
}
