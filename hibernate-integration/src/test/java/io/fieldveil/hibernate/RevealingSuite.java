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
    void disclosure_ofALoadedEntity_namesItsAttributesAndItsOutcome() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.execute("delete from Person where id <> ?", id);
        load(ADMIN, id); // the trail's table is there now
        var before = jpa.rows("select seq from fieldveil_audit").size();
        load(ADMIN, id);
        var trail = jpa.rows("select * from fieldveil_audit order by seq");
        trail = trail.subList(before, trail.size());
        assertThat(trail).hasSize(2);
        assertThat(trail.get(0))
                .containsEntry("kind", "REVEAL")
                .containsEntry("principal", "admin")
                .containsEntry("entity", Person.class.getName());
        assertThat(String.valueOf(trail.get(0).get("ids"))).contains(String.valueOf(id));
        assertThat(String.valueOf(trail.get(0).get("attributes"))).contains("card", "address.plate");
        assertThat(trail.get(1)).containsEntry("outcome", "DELIVERED");
        assertThat(((Number) trail.get(1).get("value_count")).intValue()).isEqualTo(2);
        assertThat(trail.get(1).get("intent_seq")).isEqualTo(trail.get(0).get("seq"));
    }

    @Test
    void nulls_whereRevealedValuesCouldBe_areLoadedAndSelected() {
        var empty = new Person("alice@example.org");
        Long id = persist(empty);
        var half = new Person("bob@example.org");
        half.address = new Address(null, null, null, "10117");
        Long halfId = persist(half);
        for (var context : java.util.List.of(ADMIN, VIEWER)) {
            assertThat(load(context, id).card).isNull();
            assertThat(load(context, halfId).address.plate).isNull();
            run(context, session -> {
                for (String path : java.util.List.of("card", "address.plate", "lastName", "login", "debt")) {
                    assertThat(session.createSelectionQuery("select p." + path + " from Person p", Object.class)
                                    .getResultList())
                            .as(path)
                            .containsExactly(null, null);
                }
            });
        }
    }

    @Test
    void selection_ofMaskedAttributesAlone_isNoDisclosure() {
        Long id = persist(Person.full("alice@example.org"));
        load(ADMIN, id); // the trail's table is there now
        int before = jpa.rows("select seq from fieldveil_audit").size();
        run(
                ADMIN,
                session -> assertThat(
                                session.createSelectionQuery("select p.lastName, p.debt from Person p", Object[].class)
                                        .getSingleResult())
                        .contains("Jansen"));
        assertThat(jpa.rows("select seq from fieldveil_audit")).hasSize(before);
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
