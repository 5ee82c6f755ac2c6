package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.Purpose;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Detached instances and copies of them that come back, with what one principal saw, in a session of another. */
abstract class MergeSuite extends PersonSuite {

    MergeSuite(TestDatabase server) {
        super(server);
    }

    private void merge(AccessContext context, Person detached) {
        run(context, session -> {
            var unused = session.merge(detached);
        });
    }

    @Test
    void detachedOfViewer_mergedByAnyone_changesOnlyWhatWasTyped() {
        for (var context : List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            Long id = persist(Person.full("alice@example.org"));
            var before = row(id);
            var detached = load(VIEWER, id);
            detached.city = "Hamburg";
            detached.address.postcode = "20095";
            merge(context, detached);
            assertThat(except(row(id), "city", "postcode")).isEqualTo(except(before, "city", "postcode"));
            assertThat(row(id)).containsEntry("city", "Hamburg").containsEntry("postcode", "20095");
        }
    }

    @Test
    void result_ofMerge_readsAsItsContextMaySee() {
        Long id = persist(Person.full("alice@example.org"));
        var typed = load(VIEWER, id);
        typed.email = "new@example.org";
        run(VIEWER, session -> {
            var merged = session.merge(typed);
            assertThat(merged.email).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(merged.lastName).isEqualTo("J•••");
            assertThat(typed.email).isEqualTo("new@example.org");
        });
        run(ADMIN, session -> {
            var merged = session.merge(load(VIEWER, id));
            assertThat(merged.lastName).isEqualTo("Jansen");
            assertThat(merged.income).isEqualByComparingTo("47100.50");
            assertThat(merged.address.street).isEqualTo("Unter den Linden 1");
            assertThat(merged.address.geo.tile).isEqualTo(5251);
        });
    }

    @Test
    void copyOfWhatTheViewerSaw_mergedByViewerOrDataSubject_changesNothing() {
        for (var context : List.of(VIEWER, VIEWER.withPurpose(Purpose.DATA_SUBJECT))) {
            jpa.truncate();
            Long id = persist(Person.full("alice@example.org"));
            var before = row(id);
            merge(context, RoundTrip.copy(load(VIEWER, id)));
            assertThat(row(id)).isEqualTo(before);
            var copy = RoundTrip.copy(load(VIEWER, id));
            copy.city = "Hamburg";
            merge(context, copy);
            assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
        }
    }

    @Test
    void copyOfWhatTheViewerSaw_mergedByAdmin_isAmbiguousAttributeByAttribute() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        var seen = load(VIEWER, id);
        List<Consumer<Person>> masks = List.of(
                person -> person.lastName = seen.lastName,
                person -> person.login = seen.login,
                person -> person.income = RoundTrip.copy(seen).income,
                person -> person.photo = seen.photo,
                person -> person.reference = seen.reference,
                person -> person.grade = seen.grade,
                person -> person.score = seen.score,
                person -> person.flagged = seen.flagged,
                person -> person.seen = seen.seen,
                person -> person.scan = seen.scan,
                person -> person.tier = seen.tier,
                person -> person.debt = RoundTrip.copy(seen).debt,
                person -> person.points = seen.points,
                person -> person.met = seen.met,
                person -> person.address.street = seen.address.street,
                person -> person.address.door = seen.address.door,
                person -> person.address.geo.tile = seen.address.geo.tile);
        for (int i = 0; i < masks.size(); i++) {
            var copy = RoundTrip.copy(load(ADMIN, id));
            masks.get(i).accept(copy);
            assertRefused("FV-204", () -> merge(ADMIN, copy));
            assertThat(row(id)).as("mask " + i).isEqualTo(before);
        }
    }

    @Test
    void copyOfWhatTheAdminSaw_mergedByAdmin_changesNothing() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        var copy = RoundTrip.copy(load(ADMIN, id));
        copy.city = "Hamburg";
        merge(ADMIN, copy);
        assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
    }

    @Test
    void valueThatEqualsItsMask_typedIntoWhatTheAdminSaw_isAChangeWhenMerged() {
        Long id = persist(Person.full("alice@example.org"));
        var detached = load(ADMIN, id);
        detached.score = 0;
        detached.address.geo.tile = 5000;
        merge(ADMIN, detached);
        assertThat(row(id)).containsEntry("score", "0").containsEntry("tile", "5000");
    }

    @Test
    void copyOfAnotherRowsMaskOrToken_merged_isRefused() {
        Long alice = persist(Person.full("alice@example.org"));
        var other = Person.full("bob@example.org");
        other.lastName = "Kowalski";
        other.address.street = null;
        Long bob = persist(other);
        var before = row(bob);
        var seen = load(VIEWER, alice);
        record Attempt(String code, Consumer<Person> change) {}
        for (var attempt : List.of(
                new Attempt("FV-202", person -> person.lastName = seen.lastName),
                new Attempt("FV-202", person -> person.address.street = seen.address.street),
                new Attempt("FV-201", person -> person.email = seen.email),
                new Attempt("FV-201", person -> person.address.plate = seen.address.plate + "A"))) {
            var copy = RoundTrip.copy(load(ADMIN, bob));
            attempt.change().accept(copy);
            assertRefused(attempt.code(), () -> merge(ADMIN, copy));
            assertThat(row(bob)).isEqualTo(before);
        }
    }

    @Test
    void transientCopyWithMasksOrTokens_merged_isRefusedAndStoresNothing() {
        Long id = persist(Person.full("alice@example.org"));
        var seen = load(VIEWER, id);
        for (var context : List.of(VIEWER, ADMIN)) {
            var masked = new Person("new@example.org");
            masked.lastName = seen.lastName;
            assertRefused("FV-202", () -> merge(context, masked));
            var inside = new Person("new@example.org");
            inside.address = new Address(seen.address.street, null, null, null);
            assertRefused("FV-202", () -> merge(context, inside));
            assertRefused("FV-201", () -> merge(context, new Person(seen.email)));
        }
        assertThat(jpa.rows("select id from Person")).hasSize(1);
    }

    @Test
    void transientInstance_mergedWithChildren_storesWhatWasTyped() {
        var parent = Person.full("alice@example.org");
        var child = Person.full("bob@example.org");
        child.parent = parent;
        parent.children.add(child);
        Long id = as(VIEWER, session -> {
            var merged = session.merge(parent);
            assertThat(merged.lastName).isEqualTo("J•••");
            return merged.id;
        });
        Long childId = load(ADMIN, id).id + 1;
        assertThat(row(id)).containsEntry("lastname", "Jansen").containsEntry("street", "Unter den Linden 1");

        var before = row(childId);
        var detached = as(VIEWER, session -> {
            var loaded = session.find(Person.class, id);
            loaded.children.size();
            return loaded;
        });
        detached.children.get(0).city = "Hamburg";
        merge(ADMIN, detached);
        assertThat(except(row(childId), "city")).isEqualTo(except(before, "city"));

        detached = as(VIEWER, session -> {
            var loaded = session.find(Person.class, id);
            loaded.children.size();
            return loaded;
        });
        var copy = RoundTrip.copy(detached.children.get(0));
        copy.parent = detached;
        detached.children.set(0, copy);
        var withCopy = detached;
        assertRefused("FV-204", () -> merge(ADMIN, withCopy));
    }

    @Test
    void assignedValue_merged_isWritten() {
        Long id = persist(Person.full("alice@example.org"));
        var copy = RoundTrip.copy(load(ADMIN, id));
        Fieldveil.assign(copy, "income", new BigDecimal("40000"));
        Fieldveil.assign(copy, "lastName", "J•••");
        Fieldveil.assign(copy, "address.door", "•••••");
        merge(ADMIN, copy);
        var read = load(ADMIN, id);
        assertThat(read.income).isEqualByComparingTo("40000");
        assertThat(read.lastName).isEqualTo("J•••");
        assertThat(read.address.door).isEqualTo("•••••");

        var fresh = new Person("new@example.org");
        Fieldveil.assign(fresh, "lastName", "K•••");
        Long freshId = as(ADMIN, session -> session.merge(fresh).id);
        assertThat(row(freshId)).containsEntry("lastname", "K•••");
    }

    @Test
    void initialisedProxy_assignedAndMerged_isWritten() {
        Long id = persist(Person.full("alice@example.org"));
        jpa.sessionFactory().getCache().evictAllRegions();
        Person proxy = as(VIEWER, session -> {
            var reference = session.getReference(Person.class, id);
            org.hibernate.Hibernate.initialize(reference);
            return reference;
        });
        Fieldveil.assign(proxy, "income", new BigDecimal("40000"));
        merge(ADMIN, proxy);
        assertThat(load(ADMIN, id).income).isEqualByComparingTo("40000");
    }

    @Test
    void maskedAttribute_changedInDetachedByViewer_isRefused() {
        for (var change : WritingSuite.maskedChanges().toList()) {
            jpa.truncate();
            Long id = persist(Person.full("alice@example.org"));
            var before = row(id);
            var detached = load(VIEWER, id);
            change.change().accept(detached);
            assertRefused("FV-203", () -> merge(VIEWER, detached));
            assertThat(row(id)).as(change.name()).isEqualTo(before);
        }
    }
}
