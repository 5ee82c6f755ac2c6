package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.testing.StatementLog;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.lastmile.DisclosureRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Encryptions, decryptions and statements, counted. */
abstract class CountingSuite extends ProtectedSuite {

    private static final int ROWS = 1_000;
    private static final int MERGED = 20;

    CountingSuite(TestDatabase server) {
        super(server, Contact.class, Home.class, Twin.class, TwinHome.class);
    }

    private record Counts(long encryptions, long decryptions) {}

    private Counts counts(Runnable work) {
        long encryptions = counter().encryptions();
        long decryptions = counter().decryptions();
        work.run();
        return new Counts(counter().encryptions() - encryptions, counter().decryptions() - decryptions);
    }

    private void persistThousand() {
        run(VIEWER, session -> {
            for (int i = 0; i < ROWS; i++) {
                var contact = new Contact("user" + i + "@example.org", "+4930" + (1_000_000 + i), "Jansen");
                contact.income = 47_100 + i;
                contact.home = new Home("Street " + i, "10117");
                session.persist(contact);
            }
        });
    }

    private List<Contact> all(org.hibernate.Session session) {
        return session.createQuery("from Contact order by id", Contact.class).getResultList();
    }

    @Test
    void thousandRows_persistedLoadedFlushedDelivered_costWhatTheyMust() {
        assertThat(counts(this::persistThousand)).isEqualTo(new Counts(2 * ROWS, 0));
        for (var context : List.of(VIEWER, ADMIN)) {
            evict();
            run(context, session -> {
                assertThat(counts(() -> assertThat(all(session)).hasSize(ROWS))).isEqualTo(new Counts(0, 0));
                jpa.statements().clear();
                assertThat(counts(session::flush)).isEqualTo(new Counts(0, 0));
                assertThat(jpa.statements().count()).isZero();
                all(session).forEach(contact -> contact.city = "Hamburg");
                assertThat(counts(session::flush)).isEqualTo(new Counts(0, 0));
            });
        }
        var lastMile = Fieldveil.runtime(jpa.sessionFactory()).lastMile();
        var request = DisclosureRequest.of(new Purpose("CAMPAIGN"), "mail server", "email", "phone");
        run(VIEWER, session -> {
            var rows = all(session);
            List<String> delivered = new ArrayList<>();
            assertThat(counts(() -> lastMile.many(
                            request,
                            rows,
                            chunk -> chunk.forEach(
                                    row -> delivered.add(row.text("email").orElseThrow())))))
                    .isEqualTo(new Counts(0, 2 * ROWS));
            assertThat(delivered).hasSize(ROWS).contains("user999@example.org");
            var one = DisclosureRequest.of(new Purpose("PASSWORD_RESET"), "mail server", "email");
            assertThat(counts(() -> assertThat(lastMile.<Contact, String>one(
                                    one, rows.get(7), row -> row.text("email").orElseThrow()))
                            .isEqualTo("user7@example.org")))
                    .isEqualTo(new Counts(0, 1));
            assertThat(counts(() -> assertThat(
                                    lastMile.<String>token(one, "email", rows.get(8).email, address -> address))
                            .isEqualTo("user8@example.org")))
                    .isEqualTo(new Counts(0, 1));
        });
    }

    @Test
    void encryptedAtRest_inAnEmbeddableOrNot_isDecryptedOncePerLoad() {
        persist(contactWithNote());
        evict();
        assertThat(counts(() -> run(VIEWER, this::all))).isEqualTo(new Counts(0, 1));
    }

    private static Contact contactWithNote() {
        var contact = new Contact("alice@example.org", "+4930901820", "Jansen");
        contact.note = "called twice";
        return contact;
    }

    @Test
    void statements_ofWritesAndReads_equalThoseOfAnUnannotatedTwin() {
        var ours = statements(() -> {
            persistThousand();
            evict(); // rows that are read from the cache cost no statement
            run(
                    VIEWER,
                    session -> all(session).forEach(contact -> {
                        if (contact.id % 2 == 0) {
                            contact.city = "Hamburg";
                        } else {
                            contact.email = "new" + contact.id + "@example.org";
                        }
                    }));
            evict();
            var detached = as(VIEWER, session -> all(session).subList(0, MERGED));
            evict();
            run(VIEWER, session -> detached.forEach(session::merge));
        });
        var twins = statements(() -> {
            run(VIEWER, session -> {
                for (int i = 0; i < ROWS; i++) {
                    var twin = new Twin();
                    twin.email = "user" + i + "@example.org";
                    twin.home = new TwinHome();
                    twin.home.postcode = "10117";
                    session.persist(twin);
                }
            });
            run(
                    VIEWER,
                    session -> session.createQuery("from Twin order by id", Twin.class)
                            .getResultList()
                            .forEach(twin -> {
                                if (twin.id % 2 == 0) {
                                    twin.city = "Hamburg";
                                } else {
                                    twin.email = "new" + twin.id + "@example.org";
                                }
                            }));
            var detached = as(
                    VIEWER,
                    session -> session.createQuery("from Twin order by id", Twin.class)
                            .getResultList()
                            .subList(0, MERGED));
            run(VIEWER, session -> detached.forEach(session::merge));
        });
        assertThat(ours).isEqualTo(twins);
        assertThat(ours)
                .filteredOn(execution -> execution.sql().startsWith("update"))
                .hasSize(ROWS / 50)
                .allSatisfy(execution -> assertThat(execution.batchSize()).isEqualTo(50));
    }

    private void evict() {
        jpa.sessionFactory().getCache().evictAllRegions();
    }

    /** Each call to the driver, with the entity's name taken out; the look into the keysets is not Hibernate's. */
    private List<StatementLog.Execution> statements(Runnable work) {
        jpa.statements().clear();
        work.run();
        return jpa.statements().executions().stream()
                .filter(execution -> !execution.sql().contains("fieldveil_"))
                .filter(execution -> !execution.sql().toLowerCase(Locale.ROOT).contains("_seq"))
                .map(execution -> new StatementLog.Execution(
                        execution.sql().replaceAll("(?i)contact|twin", "X").replaceAll("\\b[cxt]1_0\\b", "x"),
                        execution.batchSize()))
                .toList();
    }
}
