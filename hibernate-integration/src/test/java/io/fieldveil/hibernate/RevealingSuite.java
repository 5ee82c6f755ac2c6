package io.fieldveil.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Auto-hashed attributes with {@code reveal = PERMITTED}: shown with the permission, and never without a record. */
abstract class RevealingSuite extends PersonSuite {

    RevealingSuite(TestDatabase server) {
        super(server);
    }

    private long records() {
        return jpa.rows("select * from fieldveil_audit").stream()
                .filter(row -> row.values().stream()
                        .anyMatch(value -> String.valueOf(value).contains("REVEAL")))
                .count();
    }

    @Test
    void load_byAdmin_isRecordedOnceAndOpensWhatItShows() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.sessionFactory().getCache().evictAllRegions();
        run(ADMIN, session -> session.find(Person.class, id)); // the trail's table is there now
        for (boolean cached : new boolean[] {false, true}) {
            if (!cached) {
                jpa.sessionFactory().getCache().evictAllRegions();
            }
            long records = records();
            run(ADMIN, session -> {
                var person = session.find(Person.class, id);
                assertThat(person.card).isEqualTo("card-of-alice@example.org");
                assertThat(person.address.plate).isEqualTo("B-FV 101");
                assertThat(records()).isGreaterThan(records);
                long after = records();
                var unused = session.createQuery("from Person", Person.class).getResultList();
                assertThat(records()).isEqualTo(after);
                session.refresh(person);
                assertThat(person.card).isEqualTo("card-of-alice@example.org");
                assertThat(records()).isGreaterThan(after);
            });
        }
    }

    @Test
    void load_byViewer_isNoDisclosure() {
        Long id = persist(Person.full("alice@example.org"));
        load(ADMIN, id);
        long records = records();
        var person = load(VIEWER, id);
        assertThat(person.card).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(person.address.plate).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(records()).isEqualTo(records);
    }

    @Test
    void trail_broken_showsNothing() {
        Long id = persist(Person.full("alice@example.org"));
        load(ADMIN, id);
        jpa.sessionFactory().getCache().evictAllRegions();
        jpa.execute("alter table fieldveil_audit rename to fieldveil_audit_away");
        try {
            run(ADMIN, session -> {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> session.find(Person.class, id))
                        .isInstanceOf(RuntimeException.class);
                var again = session.getReference(Person.class, id);
                if (org.hibernate.Hibernate.isInitialized(again)) {
                    assertThat(((Person) org.hibernate.Hibernate.unproxy(again)).card)
                            .startsWith(SealedValue.TOKEN_PREFIX);
                }
            });
        } finally {
            jpa.execute("alter table fieldveil_audit_away rename to fieldveil_audit");
        }
    }

    @Test
    void revealedValue_changedByAdmin_isSealedAndReadAsTyped() {
        Long id = persist(Person.full("alice@example.org"));
        change(ADMIN, id, person -> person.card = "another-card");
        assertThat(load(ADMIN, id).card).isEqualTo("another-card");
        assertThat(row(id).get("card")).doesNotContain("another");
    }
}
