package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** A persistence context belongs to the first access context that loads something protected in it. */
abstract class OwnershipSuite extends PersonSuite {

    OwnershipSuite(TestDatabase server) {
        super(server);
    }

    private static <R> R within(AccessContext context, Supplier<R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return work.get();
        }
    }

    private static void assertOther(Supplier<?> work) {
        assertRefused("FV-503", () -> within(VIEWER, work));
    }

    @Test
    void anotherContext_readingInAnyWay_isRefused() {
        Long id = persist(Person.full("alice@example.org"));
        Long other = persist(Person.full("bob@example.org"));
        jpa.inTransaction(session -> {
            var person = within(ADMIN, () -> session.find(Person.class, id));
            assertThat(person.lastName).isEqualTo("Jansen");
            assertOther(() -> session.find(Person.class, id));
            assertOther(() -> session.find(Person.class, other));
            assertOther(() -> byEmail(session, "alice@example.org"));
            assertOther(() -> session.createQuery("from Person where city = 'Berlin'", Person.class)
                    .getResultList());
            assertOther(() -> {
                session.refresh(person);
                return person;
            });
            assertOther(() -> session.merge(RoundTrip.copy(person)));
            var reference = within(ADMIN, () -> session.getReference(Person.class, other));
            assertOther(() -> {
                org.hibernate.Hibernate.initialize(reference);
                return reference;
            });
        });
    }

    @Test
    void managedInstance_foundByAnothersQueryAlone_isRefused() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.inTransaction(session -> {
            var unused = within(ADMIN, () -> session.find(Person.class, id));
            assertOther(() -> session.createQuery("from Person where id = :id", Person.class)
                    .setParameter("id", id)
                    .getSingleResult());
        });
        jpa.inTransaction(session -> {
            var unused = within(ADMIN, () -> cached(session, id));
            assertOther(() -> cached(session, id));
        });
        jpa.inTransaction(session -> assertRefused("FV-503", () -> {
            var unused = within(ADMIN, () -> cached(session, id));
            within(AccessContext.nobody(), () -> cached(session, id));
        }));
    }

    private static Person cached(Session session, Long id) {
        return session.createQuery("from Person where id = :id", Person.class)
                .setParameter("id", id)
                .setCacheable(true)
                .getSingleResult();
    }

    @Test
    void clearedContext_belongsToTheNext_whicheverThreadCleared() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.inSession(session -> {
            assertThat(within(ADMIN, () -> session.find(Person.class, id)).lastName)
                    .isEqualTo("Jansen");
            session.clear();
            assertThat(within(VIEWER, () -> session.find(Person.class, id)).lastName)
                    .isEqualTo("J•••");
            CompletableFuture.runAsync(session::clear).join();
            assertThat(within(ADMIN, () -> session.find(Person.class, id)).lastName)
                    .isEqualTo("Jansen");
            CompletableFuture.runAsync(() -> {
                        session.clear();
                        within(VIEWER, () -> session.find(Person.class, id));
                    })
                    .join();
            assertRefused("FV-503", () -> within(ADMIN, () -> session.find(Person.class, id)));
        });
    }

    @Test
    void anotherContext_loadingWhatAnEntityRefersTo_isRefused() {
        Long id = as(VIEWER, session -> {
            var parent = Person.full("alice@example.org");
            var child = Person.full("bob@example.org");
            child.parent = parent;
            parent.children.add(child);
            session.persist(parent);
            return parent.id;
        });
        jpa.sessionFactory().getCache().evictAllRegions();
        jpa.inTransaction(session -> {
            var parent = within(ADMIN, () -> session.find(Person.class, id));
            assertOther(() -> parent.children.get(0).lastName);
        });
    }

    @Test
    void refresh_refusedToAnotherContext_leavesTheInstanceAsItWas() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.inTransaction(session -> {
            var person = within(ADMIN, () -> session.find(Person.class, id));
            person.lastName = "Smith";
            assertOther(() -> {
                session.refresh(person);
                return person;
            });
            assertThat(session.contains(person)).isTrue();
            assertThat(person.lastName).isEqualTo("Smith");
        });
    }

    @Test
    void unprotectedEntities_andContextsThatHoldNone_belongToNobody() {
        Long id = persist(Person.full("alice@example.org"));
        run(VIEWER, session -> session.persist(new QueryEntities.Plain(1L, "plain")));
        jpa.inTransaction(session -> {
            session.clear();
            for (var context : java.util.List.of(ADMIN, VIEWER)) {
                session.clear();
                String text = within(context, () -> session.find(QueryEntities.Plain.class, 1L)).text;
                assertThat(text).isEqualTo("plain");
            }
            assertThat(within(ADMIN, () -> session.find(Person.class, id)).lastName)
                    .isEqualTo("Jansen");
            assertThat(within(VIEWER, () -> session.find(QueryEntities.Plain.class, 1L)).text)
                    .isEqualTo("plain");
        });
    }

    @Test
    void statelessSession_holdsNothing_soThatItServesEveryContext() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.sessionFactory().inStatelessTransaction(session -> {
            for (int i = 0; i < 2; i++) {
                assertThat(within(ADMIN, () -> session.get(Person.class, id)).lastName)
                        .isEqualTo("Jansen");
                assertThat(within(VIEWER, () -> session.get(Person.class, id)).lastName)
                        .isEqualTo("J•••");
            }
        });
    }

    @Test
    void childSession_hasItsOwnContext() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.inSession(session -> {
            assertThat(within(ADMIN, () -> session.find(Person.class, id)).lastName)
                    .isEqualTo("Jansen");
            try (var child = session.sessionWithOptions().connection().openSession()) {
                assertThat(within(VIEWER, () -> child.find(Person.class, id)).lastName)
                        .isEqualTo("J•••");
            }
        });
    }

    @Test
    void lockAndVersion_ofUntouchedInstance_writeNoMask() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        run(VIEWER, session -> {
            var person = session.find(Person.class, id);
            session.lock(person, org.hibernate.LockMode.PESSIMISTIC_WRITE);
            session.lock(person, org.hibernate.LockMode.OPTIMISTIC_FORCE_INCREMENT);
            assertThat(person.lastName).isEqualTo("J•••");
        });
        assertThat(row(id)).isEqualTo(before);
        var stale = load(VIEWER, id);
        change(ADMIN, id, person -> person.lastName = "Smith");
        stale.city = "Hamburg";
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(VIEWER, session -> session.merge(stale)))
                .isInstanceOf(jakarta.persistence.OptimisticLockException.class);
        assertThat(row(id)).containsEntry("lastname", "Smith").containsEntry("city", "Berlin");
    }

    @Test
    void refresh_ofAnUninitialisedProxy_sendsOneStatement() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.sessionFactory().getCache().evictAllRegions();
        run(VIEWER, session -> {
            var reference = session.getReference(Person.class, id);
            jpa.statements().clear();
            session.refresh(reference);
            assertThat(jpa.statements().count()).isEqualTo(1);
            assertThat(((Person) org.hibernate.Hibernate.unproxy(reference)).lastName)
                    .isEqualTo("J•••");
        });
    }

    @Test
    void refresh_ofTypedValues_encryptsNoneOfThem() {
        Long id = as(VIEWER, session -> {
            var parent = Person.full("alice@example.org");
            parent.phone = null;
            var child = Person.full("bob@example.org");
            child.parent = parent;
            parent.children.add(child);
            session.persist(parent);
            return parent.id;
        });
        run(ADMIN, session -> {
            var parent = session.find(Person.class, id);
            var child = parent.children.get(0);
            for (var person : java.util.List.of(parent, child)) {
                person.email = "typed@example.org";
                person.phone = "+4930901899";
                person.debt = new java.math.BigDecimal("7.5");
                person.address.door = "typed-door";
            }
            long encryptions = counter().encryptions();
            session.refresh(parent);
            assertThat(counter().encryptions()).isEqualTo(encryptions);
            assertThat(parent.phone).isNull();
            assertThat(child.phone).startsWith("fv1.");
            assertThat(child.address.door).isEqualTo("4711-door");
        });
    }

    @Test
    void refresh_ofAnInstanceWithoutEmbeddables_showsItsRow() {
        Long id = persist(new Person("alice@example.org"));
        run(VIEWER, session -> {
            var person = session.find(Person.class, id);
            person.email = "typed@example.org";
            session.refresh(person);
            assertThat(person.address).isNull();
            assertThat(person.email).startsWith("fv1.");
        });
    }

    @Test
    void refresh_ofAReadOnlyInstance_showsItsRow() {
        Long id = persist(Person.full("alice@example.org"));
        run(VIEWER, session -> {
            var person = session.find(Person.class, id);
            session.setReadOnly(person, true);
            person.lastName = "typed";
            session.refresh(person);
            assertThat(person.lastName).isEqualTo("J•••");
            assertThat(session.isReadOnly(person)).isTrue();
        });
    }

    @Test
    void refresh_ofADetachedInstance_isRefusedByHibernateAsEver() {
        Long id = persist(Person.full("alice@example.org"));
        var detached = load(VIEWER, id);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(VIEWER, session -> session.refresh(detached)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(detached.lastName).isEqualTo("J•••");
    }

    @Test
    void refresh_cascadedToChildren_discardsWhatWasTyped() {
        Long id = as(VIEWER, session -> {
            var parent = Person.full("alice@example.org");
            var child = Person.full("bob@example.org");
            child.parent = parent;
            parent.children.add(child);
            session.persist(parent);
            session.flush();
            child.lastName = "Smith";
            child.email = "no address";
            parent.email = "typed@example.org";
            session.refresh(parent);
            assertThat(child.lastName).isEqualTo("J•••");
            assertThat(child.email).startsWith("fv1.");
            assertThat(parent.email).startsWith("fv1.");
            return parent.id;
        });
        assertThat(row(id)).containsEntry("lastname", "Jansen");
    }
}
