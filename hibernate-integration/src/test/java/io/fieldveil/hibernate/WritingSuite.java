package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may be written, by whom, and what the row holds then. */
abstract class WritingSuite extends PersonSuite {

    WritingSuite(TestDatabase server) {
        super(server);
    }

    @Test
    void everyType_typedAndLoaded_readsAsTypedThenAsTheContextMaySee() {
        var typed = Person.full("alice@example.org");
        Long id = persist(typed);
        assertThat(typed)
                .usingRecursiveComparison()
                .ignoringFields("id", "version")
                .isEqualTo(Person.full("alice@example.org"));

        var admin = load(ADMIN, id);
        assertThat(admin)
                .usingRecursiveComparison()
                .ignoringFields("id", "version", "email", "phone", "children")
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(Person.full("alice@example.org"));
        assertThat(admin.email).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(admin.phone).startsWith(SealedValue.TOKEN_PREFIX);

        var viewer = load(VIEWER, id);
        assertThat(viewer.login).endsWith("rg").contains("•");
        assertThat(viewer.card).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(viewer.income).isEqualByComparingTo("40000");
        assertThat(viewer.photo).isNotEqualTo(typed.photo);
        assertThat(viewer.reference).isEqualTo(new UUID(0, 0));
        assertThat(viewer.grade).isEqualTo(Person.Grade.LOW);
        assertThat(viewer.score).isZero();
        assertThat(viewer.flagged).isFalse();
        assertThat(viewer.seen).isEqualTo(Instant.parse("2021-01-01T00:00:00Z"));
        assertThat(viewer.scan).isNotEqualTo(typed.scan);
        assertThat(viewer.secretId).isEqualTo(new UUID(0, 0));
        assertThat(viewer.tier).isEqualTo(Person.Grade.LOW);
        assertThat(viewer.debt).isEqualByComparingTo("1000");
        assertThat(viewer.points).isEqualTo(300);
        assertThat(viewer.met).isEqualTo(Instant.parse("2022-01-01T00:00:00Z"));
        assertThat(viewer.address.street).doesNotContain("Linden");
        assertThat(viewer.address.plate).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(viewer.address.door).doesNotContain("4711");
        assertThat(viewer.address.geo.tile).isEqualTo(5000);
    }

    @Test
    void typedInstance_afterFlushesOfOtherChanges_readsAsTyped() {
        var typed = Person.full("alice@example.org");
        run(VIEWER, session -> {
            session.persist(typed);
            session.flush();
            typed.city = "Hamburg";
            typed.address.postcode = "20095";
            session.flush();
            typed.city = "Bremen";
            session.flush();
            assertThat(typed.email).isEqualTo("alice@example.org");
            assertThat(typed.lastName).isEqualTo("Jansen");
            assertThat(typed.address.street).isEqualTo("Unter den Linden 1");
            session.refresh(typed);
            assertThat(typed.email).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(typed.lastName).startsWith("J").contains("•");
            assertThat(typed.address.street).contains("•");
        });
    }

    @Test
    void refresh_ofInvalidTypedValue_discardsIt() {
        Long id = persist(Person.full("alice@example.org"));
        run(VIEWER, session -> {
            var person = session.find(Person.class, id);
            person.email = "no address";
            person.city = "Hamburg";
            session.refresh(person);
            assertThat(person.email).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(person.city).isEqualTo("Berlin");
        });
    }

    @Test
    void change_ofUnprotectedAttributesByViewer_leavesProtectedColumnsAsTheyWere() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);

        change(VIEWER, id, person -> {
            person.city = "Hamburg";
            person.address.postcode = "20095";
        });

        assertThat(except(row(id), "city", "postcode")).isEqualTo(except(before, "city", "postcode"));
        assertThat(row(id)).containsEntry("city", "Hamburg").containsEntry("postcode", "20095");
    }

    @TestFactory
    Stream<DynamicTest> maskedAttribute_changedByViewer_isRefused() {
        return maskedChanges()
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> {
                    jpa.truncate();
                    Long id = persist(Person.full("alice@example.org"));
                    var before = row(id);
                    assertRefused("FV-203", () -> change(VIEWER, id, change.change()));
                    assertThat(row(id)).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> maskedAttribute_thatTheRowHoldsNullIn_typedByViewer_isRefused() {
        return Stream.concat(
                        maskedChanges()
                                .filter(change -> !change.name().startsWith("address")
                                        && !change.name().endsWith("to null")),
                        Stream.of(new Change(
                                "address", person -> person.address = new Address("Elsewhere 2", null, null, null))))
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> {
                    jpa.truncate();
                    Long id = persist(new Person("alice@example.org"));
                    var before = row(id);
                    assertRefused("FV-203", () -> change(VIEWER, id, change.change()));
                    assertThat(row(id)).isEqualTo(before);
                }));
    }

    /** Not an embeddable that becomes null: what it held is then out of sight. */
    @TestFactory
    Stream<DynamicTest> maskedAttribute_changedByViewerWhileReadOnly_isRefused() {
        return maskedChanges()
                .filter(change -> !change.name().matches("address(\\.geo)? to null"))
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> {
                    jpa.truncate();
                    Long id = persist(Person.full("alice@example.org"));
                    var before = row(id);
                    assertRefused(
                            "FV-203",
                            () -> run(VIEWER, session -> {
                                var person = session.find(Person.class, id);
                                session.setReadOnly(person, true);
                                change.change().accept(person);
                                session.setReadOnly(person, false);
                                person.city = "Hamburg";
                                person.address.postcode = "20095";
                            }));
                    assertThat(row(id)).isEqualTo(before);
                }));
    }

    @Test
    void ownNewRow_changedAgainAfterReadOnly_isRefusedLikeAnyOther() {
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> {
                    var person = Person.full("alice@example.org");
                    session.persist(person);
                    session.flush();
                    session.setReadOnly(person, true);
                    person.lastName = "Smith";
                    session.setReadOnly(person, false);
                    person.city = "Hamburg";
                }));
    }

    @TestFactory
    Stream<DynamicTest> maskedAttribute_changedForTheDataSubject_isWritten() {
        return maskedChanges()
                .map(change -> DynamicTest.dynamicTest(change.name(), () -> {
                    jpa.truncate();
                    Long id = persist(Person.full("alice@example.org"));
                    var before = row(id);
                    change(VIEWER.withPurpose(Purpose.DATA_SUBJECT), id, change.change());
                    assertThat(row(id)).isNotEqualTo(before);
                }));
    }

    @Test
    void maskedAttribute_writtenUnderAPurpose_isNoChangeOfALaterFlushWithoutIt() {
        Long id = persist(Person.full("alice@example.org"));
        run(VIEWER, session -> {
            Person person;
            try (@SuppressWarnings("try")
                    var scope = AccessScope.open(VIEWER.withPurpose(Purpose.DATA_SUBJECT))) {
                person = session.find(Person.class, id);
                person.lastName = "Smith";
                session.flush();
            }
            person.city = "Hamburg";
        });
        assertThat(row(id)).containsEntry("lastname", "Smith").containsEntry("city", "Hamburg");
    }

    @Test
    void embeddable_replacedByACopyOfWhatTheViewerSaw_changesNothing() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        change(VIEWER, id, person -> {
            person.address = RoundTrip.copy(person.address);
            person.city = "Hamburg";
        });
        assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
    }

    @Test
    void mask_storedByABulkStatement_isRefused() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        var seen = load(VIEWER, id);
        assertRefused(
                "FV-202",
                () -> run(
                        ADMIN,
                        session -> session.createMutationQuery("update Person p set p.login = :mask")
                                .setParameter("mask", seen.login)
                                .executeUpdate()));
        assertRefused(
                "FV-202",
                () -> run(
                        ADMIN,
                        session -> session.createMutationQuery(
                                        "update Person p set p.address.door = '" + seen.address.door + "'")
                                .executeUpdate()));
        assertThat(row(id)).isEqualTo(before);
    }

    @Test
    void mask_movedToAnotherEntityWithItsEmbeddable_isRefused() {
        Long id = persist(Person.full("alice@example.org"));
        assertRefused(
                "FV-202",
                () -> run(VIEWER, session -> {
                    var place = new Place();
                    place.address = session.find(Person.class, id).address;
                    session.persist(place);
                }));
        run(ADMIN, session -> {
            var place = new Place();
            place.address = RoundTrip.copy(session.find(Person.class, id).address);
            place.address.plate = null;
            session.persist(place);
        });
        assertThat(jpa.rows("select street, tile from Place"))
                .containsExactly(java.util.Map.of("street", "Unter den Linden 1", "tile", 5251));
    }

    @Test
    void typedMask_inAnEmbeddableThatAdminPutIn_isAmbiguousUnlessAssigned() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        assertRefused("FV-204", () -> change(ADMIN, id, person -> person.address.geo = new Geo(5000)));
        assertThat(row(id)).isEqualTo(before);
        change(ADMIN, id, person -> {
            person.address.geo = new Geo();
            Fieldveil.assign(person, "address.geo.tile", 5000);
        });
        assertThat(row(id)).containsEntry("tile", "5000");
    }

    @Test
    void valueThatEqualsItsMask_whereAdminSawTheValue_isAChange() {
        Long id = persist(Person.full("alice@example.org"));
        change(ADMIN, id, person -> {
            person.points = 300;
            person.address.geo.tile = 5000;
        });
        assertThat(row(id)).containsEntry("tile", "5000");
        assertThat(load(ADMIN, id).points).isEqualTo(300);
    }

    record Change(String name, Consumer<Person> change) {}

    static Stream<Change> maskedChanges() {
        return Stream.of(
                new Change("login", person -> person.login = "another"),
                new Change("login to null", person -> person.login = null),
                new Change("lastName", person -> person.lastName = "Smith"),
                new Change("lastName to null", person -> person.lastName = null),
                new Change("income", person -> person.income = new BigDecimal("1")),
                new Change("photo", person -> person.photo = new byte[] {9}),
                new Change("reference", person -> person.reference = new UUID(1, 2)),
                new Change("grade", person -> person.grade = Person.Grade.MIDDLE),
                new Change("score", person -> person.score = 3),
                new Change("seen", person -> person.seen = Instant.EPOCH),
                new Change("scan", person -> person.scan = new byte[] {9}),
                new Change("secretId", person -> person.secretId = new UUID(1, 2)),
                new Change("tier", person -> person.tier = Person.Grade.HIGH),
                new Change("debt", person -> person.debt = new BigDecimal("2.5")),
                new Change("debt to null", person -> person.debt = null),
                new Change("points", person -> person.points = 1),
                new Change("met", person -> person.met = Instant.EPOCH),
                new Change("address.street", person -> person.address.street = "Elsewhere 2"),
                new Change("address.street to null", person -> person.address.street = null),
                new Change("address.door", person -> person.address.door = "1"),
                new Change("address.geo.tile", person -> person.address.geo.tile = 7),
                new Change("address.geo to null", person -> person.address.geo = null),
                new Change("address to null", person -> person.address = null));
    }

    @Test
    void token_typedIntoNewEntityOrAnotherRow_isRefused() {
        Long alice = persist(Person.full("alice@example.org"));
        Long bob = persist(Person.full("bob@example.org"));
        var aliceAsSeen = load(VIEWER, alice);
        var before = row(bob);

        assertRefused("FV-201", () -> persist(new Person(aliceAsSeen.email)));
        for (var context : java.util.List.of(VIEWER, ADMIN)) {
            assertRefused("FV-201", () -> change(context, bob, person -> person.email = aliceAsSeen.email));
            assertRefused("FV-201", () -> change(context, bob, person -> person.phone = "fv1.AAAA"));
            assertRefused(
                    "FV-201",
                    () -> change(context, bob, person -> person.address.plate = aliceAsSeen.address.plate + "A"));
        }
        assertThat(row(bob)).isEqualTo(before);
    }

    @Test
    void token_postedBackToItsRow_changesNothing() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        change(ADMIN, id, person -> {
            person.email = String.valueOf(person.email.toCharArray());
            person.card =
                    Fieldveil.matches(person, "card", "card-of-alice@example.org") ? token(before.get("card")) : "";
            person.address.plate = token(before.get("plate"));
            person.city = "Hamburg";
        });
        assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
    }

    private static String token(String hex) {
        return SealedValue.ofBytes(java.util.HexFormat.of().parseHex(hex)).token();
    }

    @Test
    void mask_typedByAnyone_isRefused() {
        Long alice = persist(Person.full("alice@example.org"));
        Long bob = persist(Person.full("bob@example.org"));
        change(ADMIN, bob, person -> {
            person.lastName = "Kowalski";
            person.login = "another-login-ab";
            person.address.street = "Elsewhere 2";
        });
        var seen = load(VIEWER, alice);
        var before = row(bob);

        assertRefused("FV-202", () -> change(ADMIN, bob, person -> person.lastName = seen.lastName));
        assertRefused("FV-202", () -> change(ADMIN, bob, person -> person.login = seen.login));
        assertRefused("FV-202", () -> change(ADMIN, bob, person -> person.address.street = seen.address.street));
        assertRefused("FV-202", () -> change(ADMIN, bob, person -> person.address.door = seen.address.door));
        var fresh = new Person("carol@example.org");
        fresh.lastName = seen.lastName;
        assertRefused("FV-202", () -> persist(fresh));
        var other = new Person("dora@example.org");
        other.address = new Address(null, null, seen.address.door, null);
        assertRefused("FV-202", () -> persist(other));
        assertThat(row(bob)).isEqualTo(before);
    }

    @Test
    void assign_ofValueThatLooksLikeItsMask_isWritten() {
        Long id = persist(Person.full("alice@example.org"));
        change(ADMIN, id, person -> {
            Fieldveil.assign(person, "lastName", "J•••");
            Fieldveil.assign(person, "income", new BigDecimal("40000"));
            Fieldveil.assign(person, "address.street", "•••••");
            Fieldveil.assign(person, "address.door", "•••••");
        });
        var admin = load(ADMIN, id);
        assertThat(admin.lastName).isEqualTo("J•••");
        assertThat(admin.income).isEqualByComparingTo("40000");
        assertThat(admin.address.street).isEqualTo("•••••");
        assertThat(admin.address.door).isEqualTo("•••••");
        assertRefused("FV-203", () -> change(VIEWER, id, person -> Fieldveil.assign(person, "lastName", "Smith")));
    }

    @Test
    void assignAndMatches_besideAnInvalidTypedValue_concernTheirAttributeAlone() {
        Long id = persist(Person.full("alice@example.org"));
        var person = load(ADMIN, id);
        person.email = "no address";
        long before = counter().encryptions();
        Fieldveil.assign(person, "address.street", "Elsewhere 2");
        assertThat(person.address.street).isEqualTo("Elsewhere 2");
        assertThat(Fieldveil.matches(person, "address.plate", "b-fv 101")).isFalse();
        assertThat(Fieldveil.matches(person, "address.plate", "B-FV 101")).isTrue();
        assertThat(Fieldveil.matches(person, "phone", "030 901820")).isTrue();
        assertThat(counter().encryptions() - before).isEqualTo(3);
    }

    @Test
    void assignAndMatches_withAnotherType_areRefusedByName() {
        var person = load(ADMIN, persist(Person.full("alice@example.org")));
        run(ADMIN, session -> {
            assertThatThrownBy(() -> Fieldveil.assign(person, "income", "40000"))
                    .satisfies(Refusals.with("FV-508", "BigDecimal", "String"))
                    .hasMessageNotContaining("40000");
            assertThatThrownBy(() -> Fieldveil.matches(person, "email", 7))
                    .satisfies(Refusals.with("FV-508", "Integer"));
            assertThatThrownBy(() -> Fieldveil.assign(person, "score", 7L))
                    .satisfies(Refusals.with("FV-508", "Integer", "Long"));
        });
        assertThat(person.income).isEqualByComparingTo("47100.50");
    }

    @Test
    void assign_ofValueWithoutNormalForm_isRefusedAtOnce() {
        var person = new Person("alice@example.org");
        assertRefused("FV-205", () -> Fieldveil.assign(person, "phone", "no number"));
        assertRefused("FV-601", () -> Fieldveil.assign(person, "passport", "C01X00T47"));
    }

    @Test
    void arrays_changedInPlace_areWrittenLikeAnyChange() {
        Long id = persist(Person.full("alice@example.org"));
        for (Consumer<Person> change :
                java.util.List.<Consumer<Person>>of(person -> person.photo[0] = 9, person -> person.scan[0] = 9)) {
            var before = row(id);
            change(ADMIN, id, change);
            assertThat(row(id)).isNotEqualTo(before);
        }
        var typed = Person.full("bob@example.org");
        run(ADMIN, session -> {
            session.persist(typed);
            session.flush();
            typed.photo[0] = 9;
            typed.scan[0] = 9;
        });
        assertThat(load(ADMIN, id).photo).startsWith(9);
        assertThat(load(ADMIN, typed.id).photo).startsWith(9);
        assertThat(load(ADMIN, typed.id).scan).startsWith(9);
    }

    @Test
    void number_writtenWithAnotherScale_isNoChange() {
        Long id = persist(Person.full("alice@example.org"));
        var before = row(id);
        change(VIEWER, id, person -> {
            person.income = person.income.setScale(3);
            person.debt = person.debt.setScale(3);
            person.city = "Hamburg";
        });
        assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
    }

    @Test
    void autoHashed_setToNullAndBack_followsWithoutPermission() {
        Long id = persist(Person.full("alice@example.org"));
        change(VIEWER, id, person -> person.phone = null);
        assertThat(row(id)).containsEntry("phone", "null");
        change(VIEWER, id, person -> person.phone = "+4930111111");
        assertThat(load(VIEWER, id).phone).isEqualTo(row(id).get("phone")).startsWith(SealedValue.TOKEN_PREFIX);
    }

    @Test
    void unnormalisableValue_written_isRefusedByName() {
        assertRefused("FV-205", () -> persist(new Person("no address")));
    }

    @Test
    void clientEncrypted_plaintextTyped_isRefused() {
        var person = Person.full("alice@example.org");
        person.passport = "C01X00T47";
        assertRefused("FV-601", () -> persist(person));
        Long id = persist(Person.full("bob@example.org"));
        assertRefused("FV-601", () -> change(ADMIN, id, loaded -> loaded.passport = "C01X00T47"));
        assertThat(row(id)).containsEntry("passport", "null");
    }

    @Test
    void propertyAccessInMappedSuperclass_changedByViewer_keepsItsColumns() {
        Long id = as(VIEWER, session -> {
            var supplier = new Supplier();
            supplier.setEmail("Sales@Example.org");
            supplier.setName("Jansen");
            supplier.setRating(47);
            session.persist(supplier);
            return supplier.getId();
        });
        run(VIEWER, session -> {
            var supplier = session.find(Supplier.class, id);
            assertThat(supplier.getEmail()).startsWith(SealedValue.TOKEN_PREFIX);
            assertThat(supplier.getName()).isEqualTo("J•••");
            assertThat(supplier.getRating()).isEqualTo(40);
            supplier.setName(supplier.getName().trim());
            supplier.setCity("Hamburg");
        });
        assertThat(jpa.rows("select name, rating, city from Supplier").get(0))
                .containsEntry("name", "Jansen")
                .containsEntry("rating", 47)
                .containsEntry("city", "Hamburg");
        assertRefused(
                "FV-203",
                () -> run(VIEWER, session -> session.find(Supplier.class, id).setRating(41)));
    }
}
