package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What code reads: typed, flushed, loaded, by whom. */
abstract class ReadingSuite extends ProtectedSuite {

    ReadingSuite(TestDatabase server) {
        super(server, Contact.class, Home.class);
    }

    @Test
    void row_afterPersist_holdsCiphertextForEncryptedAndValueForMasked() {
        var contact = new Contact(" Alice@Example.org", "030 901820", "Jansen");
        contact.birthDate = LocalDate.of(1986, 8, 19);
        contact.income = 47_100;
        contact.home = new Home("Unter den Linden 1", "10117");
        persist(contact);

        var row = jpa.rows("select * from Contact").get(0);

        assertThat(row.get("email")).isInstanceOf(byte[].class);
        assertThat((byte[]) row.get("email")).hasSize(21 + "alice@example.org".length());
        assertThat(row.get("lastname")).isEqualTo("Jansen");
        assertThat(row.get("income")).isEqualTo(47_100);
        assertThat(row.get("birthdate")).isInstanceOf(byte[].class);
        assertThat(row.get("street")).isEqualTo("Unter den Linden 1");
    }

    @Test
    void entity_loadedByViewer_showsTokensAndMasks() {
        var typed = new Contact("alice@example.org", "+4930901820", "Jansen");
        typed.income = 47_100;
        typed.birthDate = LocalDate.of(1986, 8, 19);
        typed.home = new Home("Unter den Linden 1", "10117");
        Long id = persist(typed);
        assertThat(typed.email).isEqualTo("alice@example.org");
        assertThat(typed.lastName).isEqualTo("Jansen");

        run(VIEWER, session -> {
            var contact = session.find(Contact.class, id);
            assertThat(contact.email).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(contact.phone).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(contact.lastName).startsWith("J").contains("•").doesNotContain("ansen");
            assertThat(contact.income).isEqualTo(40_000);
            assertThat(contact.birthDate).isEqualTo(LocalDate.of(1986, 1, 1));
            assertThat(contact.home.street).doesNotContain("Linden");
            assertThat(contact.home.postcode).isEqualTo("10117");
        });
    }

    @Test
    void entity_loadedByAdmin_showsMaskedValuesAndStillTokens() {
        var typed = new Contact("alice@example.org", "+4930901820", "Jansen");
        typed.birthDate = LocalDate.of(1986, 8, 19);
        typed.home = new Home("Unter den Linden 1", "10117");
        Long id = persist(typed);

        run(ADMIN, session -> {
            var contact = session.find(Contact.class, id);
            assertThat(contact.email).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(contact.lastName).isEqualTo("Jansen");
            assertThat(contact.birthDate).isEqualTo(LocalDate.of(1986, 8, 19));
            assertThat(contact.home.street).isEqualTo("Unter den Linden 1");
        });
    }

    @Test
    void unchangedFlush_ofLoadedEntity_writesAndComputesNothing() {
        Long id = persist(new Contact("alice@example.org", "+4930901820", "Jansen"));
        run(VIEWER, session -> {
            session.find(Contact.class, id);
            long before = counter().encryptions() + counter().decryptions();
            jpa.statements().clear();
            session.flush();
            assertThat(jpa.statements().count()).isZero();
            assertThat(counter().encryptions() + counter().decryptions()).isEqualTo(before);
        });
    }

    @Test
    void search_byPlaintextInAnySpelling_findsTheRow() {
        persist(new Contact("alice@example.org", "+4930901820", "Jansen"));
        run(
                VIEWER,
                session -> assertThat(session.createQuery(
                                        "from Contact c where c.email = :email and c.phone in (:phones)", Contact.class)
                                .setParameter("email", "ALICE@example.ORG ")
                                .setParameterList("phones", java.util.List.of("030 901820", "+4930111111"))
                                .getResultList())
                        .hasSize(1));
    }
}
