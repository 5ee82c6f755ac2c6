package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** Sessions that write rows without having read them. */
abstract class StatelessSuite extends PersonSuite {

    StatelessSuite(TestDatabase server) {
        super(server);
    }

    private void stateless(AccessContext context, Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa.sessionFactory().inStatelessTransaction(work);
        }
    }

    private Person get(AccessContext context, Long id) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return jpa.sessionFactory().fromStatelessTransaction(session -> session.get(Person.class, id));
        }
    }

    @Test
    void loadedByViewer_updatedOrUpserted_keepsProtectedColumns() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        List<java.util.function.BiConsumer<StatelessSession, Person>> writes = List.of(
                StatelessSession::update,
                StatelessSession::upsert,
                (session, person) -> session.updateMultiple(List.of(person)));
        for (var write : writes) {
            for (var context : List.of(VIEWER, ADMIN)) {
                var person = get(VIEWER, id);
                assertThat(person.lastName).isEqualTo("J•••");
                assertThat(person.email).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(person.card).startsWith(SealedValue.TOKEN_PREFIX);
                person.city = "Hamburg";
                stateless(context, session -> write.accept(session, person));
                assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
            }
        }
    }

    @Test
    void maskedAttribute_changedByViewer_isRefused() {
        for (var change : WritingSuite.maskedChanges().toList()) {
            jpa.truncate();
            Long id = persist(Person.full("alice@example.org"));
            var before = row(id);
            var person = get(VIEWER, id);
            change.change().accept(person);
            assertRefused("FV-203", () -> stateless(VIEWER, session -> session.update(person)));
            assertThat(row(id)).as(change.name()).isEqualTo(before);
        }
    }

    @Test
    void copyOfWhatTheViewerSaw_updatedOrUpserted_isRefused() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        for (var context : List.of(VIEWER, ADMIN)) {
            var copy = RoundTrip.copy(get(VIEWER, id));
            copy.email = "alice@example.org";
            copy.login = null;
            copy.card = null;
            copy.phone = null;
            copy.lastName = null;
            copy.address = null;
            assertRefused("FV-206", () -> stateless(context, session -> session.update(copy)));
            assertRefused("FV-206", () -> stateless(context, session -> session.upsert(copy)));
        }
        var token = RoundTrip.copy(get(ADMIN, id));
        assertRefused("FV-201", () -> stateless(ADMIN, session -> session.update(token)));
        var mask = RoundTrip.copy(get(ADMIN, id));
        mask.email = "alice@example.org";
        mask.card = null;
        mask.phone = null;
        mask.address.plate = null;
        mask.lastName = "J•••";
        assertRefused("FV-202", () -> stateless(ADMIN, session -> session.upsert(mask)));
        assertThat(row(id)).isEqualTo(before);
    }

    @Test
    void valueThatIsItsOwnMask_updatedByAdmin_isWrittenIfLoadedHereOrAssigned() {
        Long id = persist(Person.full("alice@example.org"));
        var loaded = get(ADMIN, id);
        loaded.score = 0;
        loaded.address.geo = new Geo(7000);
        stateless(ADMIN, session -> session.update(loaded));
        assertThat(row(id)).containsEntry("score", "0").containsEntry("tile", "7000");

        var posted = new Person("alice@example.org");
        posted.id = id;
        posted.version = loaded.version;
        posted.score = 78;
        posted.flagged = true;
        posted.points = 345;
        posted.income = new java.math.BigDecimal("40000");
        assertRefused("FV-206", () -> stateless(ADMIN, session -> session.update(posted)));
        posted.version = loaded.version;
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(ADMIN)) {
            Fieldveil.assign(posted, "income", new java.math.BigDecimal("40000"));
        }
        stateless(ADMIN, session -> session.update(posted));
        assertThat(new java.math.BigDecimal(row(id).get("income"))).isEqualByComparingTo("40000");
    }

    @Test
    void valueTypedUnderAnotherContext_updatedOrUpserted_isCheckedAllTheSame() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        List<java.util.function.BiConsumer<StatelessSession, Person>> writes =
                List.of(StatelessSession::update, StatelessSession::upsert);
        for (var write : writes) {
            for (var typist : List.of(ADMIN, AccessContext.nobody().withPurpose(Purpose.SEGMENTATION))) {
                var loaded = get(VIEWER, id);
                try (@SuppressWarnings("try")
                        var scope = AccessScope.open(typist)) {
                    Fieldveil.assign(loaded, "lastName", "Smith");
                }
                assertRefused("FV-203", () -> stateless(VIEWER, session -> write.accept(session, loaded)));
                assertThat(loaded.lastName).isEqualTo("Smith");

                var posted = new Person("alice@example.org");
                posted.id = id;
                posted.points = 300;
                try (@SuppressWarnings("try")
                        var scope = AccessScope.open(typist)) {
                    assertThat(Fieldveil.matches(posted, "income", null)).isTrue();
                    assertRefused("FV-505", () -> Fieldveil.matches(posted, "points", 300));
                }
                var reader = typist.equals(ADMIN) ? AccessContext.of("other", "VIEW_PII") : ADMIN;
                assertRefused("FV-206", () -> stateless(reader, session -> write.accept(session, posted)));
                assertThat(row(id)).isEqualTo(before);
            }
        }
    }

    @Test
    void nulls_updatedOrUpsertedByViewer_areWrittenOnlyWhereTheyWereLoaded() {
        List<java.util.function.BiConsumer<StatelessSession, Contact>> writes =
                List.of(StatelessSession::update, StatelessSession::upsert);
        var full = new Contact(null, null, "Jansen");
        full.home = new Home("Unter den Linden 1", "10117");
        var bare = new Contact(null, null, null);
        bare.home = new Home(null, "10117");
        Long fullId = persist(full);
        Long bareId = persist(bare);
        for (var write : writes) {
            var posted = new Contact(null, null, null);
            posted.id = fullId;
            posted.home = new Home(null, "20095");
            assertRefused("FV-206", () -> stateless(VIEWER, session -> write.accept(session, posted)));
            assertRefused("FV-206", () -> stateless(VIEWER, session -> write.accept(session, posted)));
            assertThat(jpa.rows("select lastName as n, street as s, postcode as p from Contact where id = " + fullId)
                            .get(0))
                    .containsEntry("n", "Jansen")
                    .containsEntry("s", "Unter den Linden 1")
                    .containsEntry("p", "10117");

            stateless(VIEWER, session -> {
                var loaded = session.get(Contact.class, bareId);
                loaded.city = write.toString();
                loaded.home.postcode = "20095";
                write.accept(session, loaded);
            });
            assertThat(jpa.rows("select city, postcode as p from Contact where id = " + bareId)
                            .get(0))
                    .containsEntry("city", write.toString())
                    .containsEntry("p", "20095");
        }
    }

    @Test
    void arrayChangedInPlace_afterAnUpdate_isWrittenByTheNext() {
        Long id = persist(Person.full("alice@example.org"));
        stateless(ADMIN, session -> {
            var person = session.get(Person.class, id);
            person.city = "Hamburg";
            session.update(person);
            person.photo[0] = 9;
            person.scan[0] = 9;
            session.update(person);
        });
        assertThat(load(ADMIN, id).photo).containsExactly(9, 2, 3);
        assertThat(load(ADMIN, id).scan).containsExactly(9, 5, 6);
    }

    @Test
    void newEntities_insertedOneByOneOrTogether_areSealedAndReadAsTyped() {
        var one = Person.full("alice@example.org");
        var two = Person.full("bob@example.org");
        var three = Person.full("carol@example.org");
        stateless(VIEWER, session -> {
            session.insert(one);
            session.insertMultiple(List.of(two, three));
        });
        assertThat(two.email).isEqualTo("bob@example.org");
        var alice = row(one.id);
        assertThat(except(
                        row(two.id),
                        "id",
                        "email",
                        "login",
                        "card",
                        "scan",
                        "secretid",
                        "tier",
                        "debt",
                        "points",
                        "met",
                        "door"))
                .isEqualTo(except(
                        alice,
                        "id",
                        "email",
                        "login",
                        "card",
                        "scan",
                        "secretid",
                        "tier",
                        "debt",
                        "points",
                        "met",
                        "door"));
        assertThat(Fieldveil.matches(load(VIEWER, three.id), "email", "carol@example.org"))
                .isTrue();

        var masked = new Person("dora@example.org");
        masked.lastName = "J•••";
        assertRefused("FV-202", () -> stateless(ADMIN, session -> session.insert(masked)));
        var token = new Person(load(VIEWER, one.id).email);
        assertRefused("FV-201", () -> stateless(ADMIN, session -> session.insertMultiple(List.of(token))));
        assertThat(jpa.rows("select id from Person")).hasSize(3);
    }

    @Test
    void refresh_ofTypedOrOfAnothersInstance_showsWhatTheContextMaySee() {
        var typed = Person.full("alice@example.org");
        stateless(VIEWER, session -> {
            session.insert(typed);
            session.refresh(typed);
            assertThat(typed.email).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(typed.points).isEqualTo(300);
            assertThat(typed.address.door).contains("•");
        });
        var typedByAdmin = Person.full("bob@example.org");
        stateless(ADMIN, session -> session.insert(typedByAdmin));
        stateless(VIEWER, session -> {
            session.refresh(typedByAdmin);
            assertThat(typedByAdmin.lastName).isEqualTo("J•••");
            assertThat(typedByAdmin.score).isZero();
            assertThat(typedByAdmin.address.street).contains("•");
        });
        var before = row(typed.id);
        var admins = get(ADMIN, typed.id);
        assertThat(admins.lastName).isEqualTo("Jansen");
        stateless(VIEWER, session -> {
            session.refresh(admins);
            assertThat(admins.lastName).isEqualTo("J•••");
            assertThat(admins.tier).isEqualTo(Person.Grade.LOW);
            assertThat(admins.flagged).isFalse();
            admins.city = "Hamburg";
            session.update(admins);
        });
        assertThat(except(row(typed.id), "city")).isEqualTo(except(before, "city"));
    }
}
