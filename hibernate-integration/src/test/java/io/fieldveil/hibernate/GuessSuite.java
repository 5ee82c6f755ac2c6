package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may not see a value does not learn it by writing a guess either: the right one is refused like any other.
 */
abstract class GuessSuite extends PersonSuite {

    GuessSuite(TestDatabase server) {
        super(server);
    }

    /** Sets an attribute to what the row holds: to what someone else would have to guess. */
    private static Map<String, Consumer<Person>> guesses() {
        var right = Person.full("alice@example.org");
        return Map.ofEntries(
                Map.entry("login", person -> person.login = right.login),
                Map.entry("lastName", person -> person.lastName = right.lastName),
                Map.entry("income", person -> person.income = right.income),
                Map.entry("photo", person -> person.photo = right.photo.clone()),
                Map.entry("reference", person -> person.reference = right.reference),
                Map.entry("grade", person -> person.grade = right.grade),
                Map.entry("score", person -> person.score = right.score),
                Map.entry("flagged", person -> person.flagged = right.flagged),
                Map.entry("seen", person -> person.seen = right.seen),
                Map.entry("scan", person -> person.scan = right.scan.clone()),
                Map.entry("tier", person -> person.tier = right.tier),
                Map.entry("debt", person -> person.debt = right.debt),
                Map.entry("points", person -> person.points = right.points),
                Map.entry("address.street", person -> person.address.street = right.address.street),
                Map.entry("address.door", person -> person.address.door = right.address.door),
                Map.entry("address.geo.tile", person -> person.address.geo.tile = right.address.geo.tile));
    }

    private void stateless(Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(VIEWER)) {
            jpa.sessionFactory().inStatelessTransaction(work);
        }
    }

    private static Map<String, BiConsumer<GuessSuite, Guess>> ways() {
        return Map.of(
                "changed", (suite, guess) -> suite.change(VIEWER, guess.id(), guess.set()),
                "detached and merged",
                        (suite, guess) -> {
                            var person = suite.load(VIEWER, guess.id());
                            guess.set().accept(person);
                            suite.run(VIEWER, session -> session.merge(person));
                        },
                "copied and merged",
                        (suite, guess) -> {
                            var person = RoundTrip.copy(suite.load(VIEWER, guess.id()));
                            guess.set().accept(person);
                            suite.run(VIEWER, session -> session.merge(person));
                        },
                "updated without a persistence context",
                        (suite, guess) -> suite.stateless(session -> {
                            var person = session.get(Person.class, guess.id());
                            guess.set().accept(person);
                            session.update(person);
                        }),
                "upserted",
                        (suite, guess) -> {
                            var person = suite.load(VIEWER, guess.id());
                            guess.set().accept(person);
                            suite.stateless(session -> session.upsert(person));
                        });
    }

    private record Guess(Long id, Consumer<Person> set) {}

    @TestFactory
    Stream<DynamicTest> rightGuess_writtenByViewer_isRefusedLikeAWrongOne() {
        return guesses().entrySet().stream()
                .flatMap(guess -> ways().entrySet().stream()
                        .map(way -> DynamicTest.dynamicTest(guess.getKey() + " " + way.getKey(), () -> {
                            jpa.truncate();
                            Long id = persist(Person.full("alice@example.org"));
                            var before = row(id);
                            assertRefused("FV-203", () -> way.getValue().accept(this, new Guess(id, guess.getValue())));
                            assertThat(row(id)).isEqualTo(before);
                        })));
    }

    @Test
    void rightGuess_inANewEmbeddable_isRefusedLikeAWrongOne() {
        Long id = persist(Person.full("alice@example.org"));
        for (int guess : List.of(5251, 5252)) {
            assertRefused("FV-203", () -> change(VIEWER, id, person -> person.address.geo = new Geo(guess)));
            assertRefused(
                    "FV-203",
                    () -> change(VIEWER, id, person -> {
                        person.address = RoundTrip.copy(person.address);
                        person.address.geo.tile = guess;
                    }));
        }
        for (String guess : List.of("Unter den Linden 1", "Elsewhere 2")) {
            assertRefused(
                    "FV-203",
                    () -> change(VIEWER, id, person -> {
                        person.address = RoundTrip.copy(person.address);
                        person.address.street = guess;
                    }));
        }
    }

    @Test
    void secondGuess_onAnInstanceWhoseFirstWasRefused_isRefusedToo() {
        Long id = persist(Person.full("alice@example.org"));
        var person = load(VIEWER, id);
        for (String guess : List.of("Smith", "Jansen", "Miller")) {
            person.lastName = guess;
            assertRefused("FV-203", () -> run(VIEWER, session -> session.merge(person)));
        }
        for (String guess : List.of("Smith", "Jansen")) {
            var copy = RoundTrip.copy(load(VIEWER, id));
            Fieldveil.assign(copy, "lastName", guess);
            assertRefused("FV-203", () -> run(VIEWER, session -> session.merge(copy)));
            assertRefused(
                    "FV-203",
                    () -> run(VIEWER, session -> {
                        var wrong = RoundTrip.copy(load(VIEWER, id));
                        wrong.lastName = "Miller";
                        session.merge(wrong).lastName = guess;
                    }));
            assertRefused(
                    "FV-203",
                    () -> run(VIEWER, session -> {
                        var managed = session.find(Person.class, id);
                        session.setReadOnly(managed, true);
                        managed.lastName = guess;
                        session.setReadOnly(managed, false);
                    }));
        }
    }

    @Test
    void rightGuess_assigned_isRefusedLikeAWrongOne() {
        Long id = persist(Person.full("alice@example.org"));
        for (String guess : List.of("Jansen", "Smith")) {
            assertRefused("FV-203", () -> change(VIEWER, id, person -> Fieldveil.assign(person, "lastName", guess)));
        }
    }

    @Test
    void matches_onMaskedAttribute_needsThePermissionToQueryIt() {
        Long id = persist(Person.full("alice@example.org"));
        run(VIEWER, session -> {
            var person = session.find(Person.class, id);
            for (String guess : List.of("Jansen", "Smith")) {
                assertRefused("FV-302", () -> Fieldveil.matches(person, "lastName", guess));
            }
            assertThat(Fieldveil.matches(person, "login", "login-of-alice@example.org"))
                    .as("what is searchable is compared as in a query")
                    .isTrue();
            assertThat(Fieldveil.matches(person, "email", "alice@example.org")).isTrue();
        });
        run(
                ADMIN,
                session -> assertThat(Fieldveil.matches(session.find(Person.class, id), "lastName", "Jansen"))
                        .isTrue());
        run(
                VIEWER.withPurpose(Purpose.SEGMENTATION),
                session -> assertThat(Fieldveil.matches(session.find(Person.class, id), "lastName", "Smith"))
                        .isFalse());
    }

    @Test
    void ownTypedInstance_mergedOrUpdatedAgainByItsAuthor_isNoGuess() {
        var person = Person.full("alice@example.org");
        Long id = persist(person);
        person.city = "Hamburg";
        run(VIEWER, session -> session.merge(person));
        assertThat(row(id)).containsEntry("city", "Hamburg").containsEntry("lastname", "Jansen");

        stateless(session -> {
            var bob = Person.full("bob@example.org");
            session.insert(bob);
            bob.city = "Hamburg";
            session.update(bob);
            assertThat(bob.lastName).isEqualTo("Jansen");
        });
        assertThat(jpa.rows("select * from Person where city = 'Hamburg'")).hasSize(2);
    }
}
