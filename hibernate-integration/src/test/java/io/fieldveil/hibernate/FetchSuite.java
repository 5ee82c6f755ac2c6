package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protected entities that come along with one that protects nothing. */
abstract class FetchSuite extends ProtectedSuite {

    private Long contactId = -1L;

    FetchSuite(TestDatabase server) {
        super(server, Contact.class, Home.class, Invoice.class, Reminder.class);
    }

    @Entity(name = "Invoice")
    static class Invoice {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        int amount;

        @ManyToOne(fetch = FetchType.LAZY)
        Contact payer;
    }

    @Entity(name = "Reminder")
    static class Reminder {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @ManyToOne
        Invoice invoice;
    }

    @BeforeEach
    void fill() {
        run(VIEWER, session -> {
            var invoice = new Invoice();
            invoice.amount = 12;
            invoice.payer = new Contact("alice@example.org", "+4930901820", "Jansen");
            var reminder = new Reminder();
            reminder.invoice = invoice;
            session.persist(invoice.payer);
            session.persist(invoice);
            session.persist(reminder);
            contactId = invoice.payer.id;
        });
        jpa.sessionFactory().getCache().evictAllRegions();
    }

    private static <R> R within(AccessContext context, Supplier<R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return work.get();
        }
    }

    private static List<Object> list(Session session, String hql) {
        return session.createSelectionQuery(hql, Object.class).getResultList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from Invoice i join fetch i.payer",
                "select i from Invoice i left join fetch i.payer where i.amount > 1",
                "from Reminder r join fetch r.invoice i join fetch i.payer",
                "select i.id, p from Invoice i join i.payer p",
            })
    void managedEntity_fetchedByAnotherContextsQuery_isNotHandedOut(String hql) {
        jpa.inTransaction(session -> {
            assertThat(within(ADMIN, () -> session.find(Contact.class, contactId)).lastName)
                    .isEqualTo("Jansen");
            assertThatThrownBy(() -> within(VIEWER, () -> list(session, hql)))
                    .as(hql)
                    .satisfies(Refusals.with("FV-503"));
            assertThat(within(ADMIN, () -> list(session, hql))).hasSize(1);
        });
    }

    @Test
    void managedEntity_thatAnUnprotectedEntityRefersTo_isNotHandedOut() {
        Long invoice = ((Number) jpa.rows("select id from Invoice").get(0).get("id")).longValue();
        jpa.inTransaction(session -> {
            within(ADMIN, () -> session.find(Contact.class, contactId));
            assertThatThrownBy(() -> within(VIEWER, () -> session.find(Invoice.class, invoice)))
                    .satisfies(Refusals.with("FV-503"));
            assertThat(within(ADMIN, () -> session.find(Invoice.class, invoice)).payer.lastName)
                    .isEqualTo("Jansen");
        });
    }

    @Test
    void entityWithoutProtection_queriedBesideNothingProtected_isEverybodys() {
        jpa.inTransaction(session -> {
            for (var context : List.of(ADMIN, VIEWER)) {
                assertThat(within(context, () -> list(session, "select i.amount from Invoice i")))
                        .containsExactly(12);
            }
            assertThat(within(ADMIN, () -> session.find(Contact.class, contactId)).lastName)
                    .isEqualTo("Jansen");
            assertThat(within(VIEWER, () -> list(session, "select i.amount from Invoice i")))
                    .containsExactly(12);
        });
    }
}
