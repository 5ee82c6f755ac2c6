package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

/** Collections of embeddables with protected attributes. */
abstract class ElementSuite extends ProtectedSuite {

    ElementSuite(TestDatabase server) {
        super(server, Traveller.class);
    }

    private Long persisted() {
        return as(VIEWER, session -> {
            var traveller = Traveller.full();
            session.persist(traveller);
            return traveller.id;
        });
    }

    private Traveller load(AccessContext context, Long id) {
        return as(context, session -> read(session.find(Traveller.class, id)));
    }

    private static Traveller read(Traveller traveller) {
        Hibernate.initialize(traveller.reaches);
        Hibernate.initialize(traveller.visas);
        Hibernate.initialize(traveller.stays);
        return traveller;
    }

    private void change(AccessContext context, Long id, Consumer<Traveller> change) {
        run(context, session -> change.accept(read(session.find(Traveller.class, id))));
    }

    private List<String> reaches() {
        return texts("select * from Traveller_reaches order by position");
    }

    private List<String> visas() {
        return texts("select * from Traveller_visas order by country, town");
    }

    private List<String> stays() {
        return texts("select * from Traveller_stays order by stays_KEY");
    }

    private List<String> texts(String sql) {
        return jpa.rows(sql).stream()
                .map(row -> row.entrySet().stream()
                        .map(cell -> cell.getKey().toLowerCase(java.util.Locale.ROOT)
                                + "="
                                + (cell.getValue() instanceof byte[] bytes
                                        ? HexFormat.of().formatHex(bytes)
                                        : cell.getValue()))
                        .sorted()
                        .toList()
                        .toString())
                .toList();
    }

    private List<List<String>> all() {
        return List.of(reaches(), visas(), stays());
    }

    private List<String> writes(Runnable work) {
        jpa.statements().clear();
        work.run();
        return jpa.statements().executions().stream()
                .map(execution -> execution.sql())
                .filter(sql -> sql.matches("(?i)(update|insert into|delete from) Traveller.*"))
                .toList();
    }

    private static void assertCovered(Traveller read) {
        assertThat(read.reaches).extracting(Traveller.Reach::name).containsExactly("J•••", "J•••");
        assertThat(read.reaches).extracting(Traveller.Reach::score).containsExactly(300, 70);
        assertThat(read.reaches)
                .extracting(Traveller.Reach::mail)
                .allMatch(mail -> mail.startsWith(SealedValue.TOKEN_PREFIX));
        assertThat(read.visas).allMatch(visa -> visa.number.startsWith(SealedValue.TOKEN_PREFIX));
        assertThat(read.visas).extracting(visa -> visa.bureau.clerk()).containsExactlyInAnyOrder("M•••", "S•••");
        assertThat(read.stays.get("summer").street).isEqualTo("•••••");
        assertThat(read.stays.get("winter").door).isEqualTo("•••••");
    }

    private static void assertSeen(Traveller read) {
        assertThat(read.reaches).extracting(Traveller.Reach::name).containsExactly("Jansen", "Jones");
        assertThat(read.reaches).extracting(Traveller.Reach::score).containsExactly(345, 77);
        assertThat(read.visas).extracting(visa -> visa.bureau.clerk()).containsExactlyInAnyOrder("Meier", "Schulz");
        assertThat(read.stays.get("summer").door).isEqualTo("12");
    }

    @Test
    void elements_stored_areSealedInTheirRowsAndReadAsTheContextMaySee() {
        Long id = persisted();
        assertThat(jpa.rows("select mail from Traveller_reaches")).allMatch(row -> row.get("mail") instanceof byte[]);
        assertThat(jpa.rows("select number from Traveller_visas")).allMatch(row -> row.get("number") instanceof byte[]);
        assertThat(jpa.rows("select door from Traveller_stays")).allMatch(row -> row.get("door") instanceof byte[]);
        assertThat(reaches().get(0)).contains("name=Jansen", "score=345");
        for (var order : List.of(List.of(VIEWER, ADMIN, VIEWER), List.of(ADMIN, VIEWER, ADMIN))) {
            jpa.sessionFactory().getCache().evictAllRegions();
            for (var context : order) {
                if (context == ADMIN) {
                    assertSeen(load(context, id));
                } else {
                    assertCovered(load(context, id));
                }
            }
        }
    }

    @Test
    void untouched_flushed_writesNothingAndNeedsNoCryptography() {
        Long id = persisted();
        for (var context : List.of(VIEWER, ADMIN)) {
            assertThat(writes(() -> run(context, session -> {
                        read(session.find(Traveller.class, id));
                        long encryptions = counter().encryptions();
                        session.flush();
                        assertThat(counter().encryptions()).isEqualTo(encryptions);
                    })))
                    .isEmpty();
            var before = all();
            change(context, id, traveller -> traveller.city = "Hamburg" + context.principal());
            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void typed_flushedAgain_writesNothing() {
        run(VIEWER, session -> {
            var traveller = Traveller.full();
            session.persist(traveller);
            session.flush();
            assertThat(writes(session::flush)).isEmpty();
            assertThat(traveller.reaches.get(0).name()).isEqualTo("Jansen");
            traveller.stays.get("summer").street = "Typed again 3";
            session.flush();
        });
        assertThat(stays().get(0)).contains("street=Typed again 3");
    }

    @Test
    void elements_addedRemovedAndMoved_takeTheirValuesWithThem() {
        for (var context : List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            Long id = persisted();
            var before = all();
            change(context, id, traveller -> {
                traveller.reaches.add(0, new Traveller.Reach("Kowalski", "eve@example.org", 5));
                traveller.visas.remove(0);
                traveller.visas.add(new Traveller.Visa("ES-3", "Spain", new Traveller.Bureau("Weber", "Ulm")));
                traveller.stays.remove("summer");
                traveller.stays.put("spring", new Traveller.Stay("Third 3", "14"));
            });
            assertThat(reaches().get(0)).contains("name=Kowalski", "position=0");
            assertThat(reaches().get(1)).isEqualTo(before.get(0).get(0).replace("position=0", "position=1"));
            assertThat(reaches().get(2)).isEqualTo(before.get(0).get(1).replace("position=1", "position=2"));
            assertThat(visas()).hasSize(2).anyMatch(visa -> visa.contains("clerk=Weber"));
            assertThat(stays().get(1)).isEqualTo(before.get(2).get(1));
            assertThat(stays().get(0)).contains("street=Third 3");
            change(context, id, traveller -> {
                traveller.reaches.clear();
                traveller.visas.clear();
                traveller.stays.clear();
            });
            assertThat(all()).isEqualTo(List.of(List.of(), List.of(), List.of()));
        }
    }

    @Test
    void collection_replacedByAnotherWithItsElements_keepsWhatTheyHold() {
        for (var context : List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            Long id = persisted();
            var before = all();
            change(context, id, traveller -> {
                traveller.reaches = new ArrayList<>(traveller.reaches);
                traveller.visas = new ArrayList<>(traveller.visas);
                traveller.stays = new LinkedHashMap<>(traveller.stays);
            });
            assertThat(all()).isEqualTo(before);
        }
    }

    @Test
    void element_replacedByACopyWithAnotherMail_keepsItsMaskedValues() {
        for (var context : List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            Long id = persisted();
            change(context, id, traveller -> {
                var old = traveller.reaches.get(0);
                traveller.reaches.set(0, new Traveller.Reach(old.name(), "new@example.org", old.score()));
                var stay = traveller.stays.get("winter");
                traveller.stays.put("winter", new Traveller.Stay(stay.street, stay.door));
            });
            assertThat(reaches().get(0)).contains("name=Jansen", "score=345");
            assertThat(load(ADMIN, id).stays.get("winter").door).isEqualTo("13");
            assertThat(stays().get(1)).contains("street=Elsewhere 2");
        }
    }

    @Test
    void copiesOfAllElements_inABag_findTheirValuesByAllThatTheyShow() {
        Long id = persisted();
        Consumer<Traveller> copy = traveller -> traveller.visas.replaceAll(visa -> new Traveller.Visa(
                visa.number, visa.country, new Traveller.Bureau(visa.bureau.clerk(), visa.bureau.town())));
        change(
                ADMIN,
                id,
                traveller ->
                        traveller.visas.add(new Traveller.Visa("ES-3", "Spain", new Traveller.Bureau("Maier", "Ulm"))));
        var before = visas();
        change(VIEWER, id, copy);
        assertThat(visas()).isEqualTo(before);
        change(VIEWER, id, copy.andThen(traveller -> traveller.visas.remove(0)));
        assertThat(visas()).hasSize(2).allMatch(before::contains);
    }

    @Test
    void maskedAttribute_changedByViewer_isRefusedWhateverItEquals() {
        Long id = persisted();
        var before = all();
        for (String street : List.of("Unter den Linden 1", "Third 3")) {
            assertRefused(
                    "FV-203", () -> change(VIEWER, id, traveller -> traveller.stays.get("summer").street = street));
            assertRefused(
                    "FV-203",
                    () -> change(
                            VIEWER,
                            id,
                            traveller -> traveller.stays.put(
                                    "summer", new Traveller.Stay(street, traveller.stays.get("summer").door))));
        }
        for (int score : List.of(345, 346)) {
            assertRefused(
                    "FV-203",
                    () -> change(
                            VIEWER,
                            id,
                            traveller -> traveller.reaches.set(
                                    0,
                                    new Traveller.Reach(
                                            "J•••", traveller.reaches.get(0).mail(), score))));
        }
        assertRefused("FV-203", () -> change(VIEWER, id, traveller -> traveller.stays.get("summer").street = null));
        assertThat(all()).isEqualTo(before);
        change(ADMIN, id, traveller -> traveller.stays.get("summer").street = "Third 3");
        assertThat(stays().get(0)).contains("street=Third 3");
    }

    /** As mappers do that set what they were sent. */
    @Test
    void collectionOfCopies_putInPlaceOfOneThatWasNotRead_isRefusedWithTheWayOut() {
        Long id = persisted();
        var before = all();
        for (var context : List.of(VIEWER, ADMIN)) {
            var copies = load(context, id).reaches.stream()
                    .map(reach -> new Traveller.Reach(reach.name(), reach.mail(), reach.score()))
                    .toList();
            for (boolean read : new boolean[] {false, true}) {
                var thrown = catchThrowable(() -> run(context, session -> {
                    var traveller = session.find(Traveller.class, id);
                    if (read) {
                        read(traveller);
                    }
                    traveller.reaches = new ArrayList<>(copies);
                }));
                if (read) {
                    assertThat(thrown).isNull();
                } else {
                    assertThat(thrown)
                            .satisfies(Refusals.with(
                                    context == VIEWER ? "FV-202" : "FV-201",
                                    "Read the collection before you replace it"));
                }
                assertThat(all()).isEqualTo(before);
            }
        }
    }

    @Test
    void masksAndTokens_inNewElements_areRefused() {
        Long id = persisted();
        var before = all();
        for (var context : List.of(VIEWER, ADMIN)) {
            assertRefused(
                    "FV-202",
                    () -> change(
                            context,
                            id,
                            traveller -> traveller.reaches.add(new Traveller.Reach("K•••", "eve@example.org", 5))));
            assertRefused(
                    "FV-201",
                    () -> change(
                            context,
                            id,
                            traveller -> traveller.visas.get(0).number =
                                    traveller.reaches.get(0).mail()));
            assertRefused(
                    "FV-205",
                    () -> change(
                            context,
                            id,
                            traveller -> traveller.reaches.add(new Traveller.Reach("Kowalski", "no address", 5))));
            var seen = load(VIEWER, id);
            assertRefused(
                    "FV-202",
                    () -> run(context, session -> {
                        var other = new Traveller();
                        other.reaches.add(
                                new Traveller.Reach(seen.reaches.get(0).name(), "eve@example.org", 3));
                        session.persist(other);
                    }));
            assertRefused(
                    "FV-201",
                    () -> run(context, session -> {
                        var other = new Traveller();
                        other.reaches.add(new Traveller.Reach(
                                "Kowalski", seen.reaches.get(0).mail(), 3));
                        session.persist(other);
                    }));
        }
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void detached_merged_keepsTheRows() {
        Long id = persisted();
        var before = all();
        for (var reader : List.of(VIEWER, ADMIN)) {
            for (var writer : List.of(VIEWER, ADMIN)) {
                var detached = load(reader, id);
                detached.city = reader.principal() + writer.principal();
                run(writer, session -> {
                    var merged = session.merge(detached);
                    if (writer == ADMIN) {
                        assertSeen(merged);
                    } else {
                        assertCovered(merged);
                    }
                });
                assertThat(all()).isEqualTo(before);
            }
        }
    }

    private Traveller posted(Traveller seen) {
        var posted = new Traveller();
        posted.id = seen.id;
        posted.version = seen.version;
        posted.city = "Hamburg";
        seen.reaches.forEach(
                reach -> posted.reaches.add(new Traveller.Reach(reach.name(), reach.mail(), reach.score())));
        seen.visas.forEach(visa -> posted.visas.add(new Traveller.Visa(
                visa.number, visa.country, new Traveller.Bureau(visa.bureau.clerk(), visa.bureau.town()))));
        seen.stays.forEach((key, stay) -> posted.stays.put(key, new Traveller.Stay(stay.street, stay.door)));
        return posted;
    }

    @Test
    void whatTheViewerSaw_postedBack_isNoChangeToHimAndAQuestionToAdmin() {
        Long id = persisted();
        var before = all();
        var posted = posted(load(VIEWER, id));
        assertRefused("FV-204", () -> run(ADMIN, session -> session.merge(posted)));
        assertThat(all()).isEqualTo(before);
        run(VIEWER, session -> session.merge(posted));
        assertThat(all()).isEqualTo(before);
        var changed = posted(load(VIEWER, id));
        changed.reaches.set(1, new Traveller.Reach("J•••", "new@example.org", 70));
        run(VIEWER, session -> session.merge(changed));
        assertThat(reaches().get(0)).isEqualTo(before.get(0).get(0));
        assertThat(reaches().get(1))
                .contains("name=Jones", "score=77")
                .isNotEqualTo(before.get(0).get(1));
        var guess = posted(load(VIEWER, id));
        guess.stays.put("summer", new Traveller.Stay("Third 3", "•••••"));
        assertRefused("FV-203", () -> run(VIEWER, session -> session.merge(guess)));
        var admins = posted(load(ADMIN, id));
        admins.reaches.set(0, new Traveller.Reach("Smith", admins.reaches.get(0).mail(), 9));
        run(ADMIN, session -> session.merge(admins));
        assertThat(reaches().get(0)).contains("name=Smith", "score=9");
    }

    @Test
    void refreshed_readsAsTheContextMaySee() {
        Long id = persisted();
        run(VIEWER, session -> {
            var traveller = read(session.find(Traveller.class, id));
            traveller.stays.get("summer").street = "Third 3";
            session.refresh(traveller);
            assertCovered(read(traveller));
        });
    }

    @Test
    void otherContext_readsNoElementsInTheSameSession() {
        Long id = persisted();
        run(VIEWER, session -> {
            var traveller = session.find(Traveller.class, id);
            try (@SuppressWarnings("try")
                    var scope = AccessScope.open(ADMIN)) {
                assertRefused("FV-503", () -> Hibernate.initialize(traveller.reaches));
            }
        });
    }

    @Test
    void statelessSession_writesElementsAsTheyWereLoadedAndNoMasks() {
        Long id = persisted();
        var before = all();
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(VIEWER)) {
            jpa.sessionFactory().inStatelessTransaction(session -> {
                var traveller = session.get(Traveller.class, id);
                session.fetch(traveller.reaches);
                session.fetch(traveller.visas);
                session.fetch(traveller.stays);
                assertCovered(traveller);
                traveller.city = "Hamburg";
                session.update(traveller);
            });
            assertThat(all()).isEqualTo(before);
            var posted = posted(load(VIEWER, id));
            posted.reaches.replaceAll(reach -> new Traveller.Reach(reach.name(), "eve@example.org", reach.score()));
            assertRefused(
                    "FV-202", () -> jpa.sessionFactory().inStatelessTransaction(session -> session.update(posted)));
            var typed = posted(load(ADMIN, id));
            typed.reaches.replaceAll(reach -> new Traveller.Reach("Smith", "eve@example.org", 300));
            typed.visas.clear();
            typed.stays.clear();
            assertRefused(
                    "FV-206", () -> jpa.sessionFactory().inStatelessTransaction(session -> session.update(typed)));
            jpa.sessionFactory().inStatelessTransaction(session -> session.insert(Traveller.full()));
        }
        assertThat(all().get(0)).hasSize(4);
    }

    @Test
    void queries_findElementsAndShowWhatTheContextMaySee() {
        persisted();
        for (var context : List.of(VIEWER, ADMIN)) {
            boolean admin = context == ADMIN;
            run(context, session -> {
                var found = session.createQuery(
                                "select r from Traveller t join t.reaches r where r.mail = :mail",
                                Traveller.Reach.class)
                        .setParameter("mail", "BOB@example.org")
                        .getSingleResult();
                assertThat(found.name()).isEqualTo(admin ? "Jones" : "J•••");
                assertThat(found.mail()).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(session.createQuery(
                                        "select r.score from Traveller t join t.reaches r order by index(r)",
                                        Integer.class)
                                .getResultList())
                        .isEqualTo(admin ? List.of(345, 77) : List.of(300, 70));
                assertThat(session.createQuery(
                                        "select value(s).door from Traveller t join t.stays s where key(s) = 'summer'",
                                        String.class)
                                .getSingleResult())
                        .isEqualTo(admin ? "12" : "•••••");
                assertThat(session.createQuery(
                                        "select element(v) from Traveller t join t.visas v where v.number = 'FR-1'",
                                        Traveller.Visa.class)
                                .getSingleResult()
                                .bureau
                                .clerk())
                        .isEqualTo(admin ? "Meier" : "M•••");
                assertThat(session.createQuery(
                                        "select count(t) from Traveller t join t.reaches r where r.mail in ('alice@example.org')",
                                        Long.class)
                                .getSingleResult())
                        .isEqualTo(1);
                var fetched = session.createQuery("from Traveller t join fetch t.reaches", Traveller.class)
                        .getSingleResult();
                assertThat(fetched.reaches.get(0).name()).isEqualTo(admin ? "Jansen" : "J•••");
                var criteria = session.getCriteriaBuilder().createQuery(Traveller.class);
                var root = criteria.from(Traveller.class);
                criteria.where(
                        session.getCriteriaBuilder().equal(root.join("visas").get("number"), "IT-2"));
                assertThat(session.createQuery(criteria).getResultList()).hasSize(1);
            });
        }
        for (var refused : Map.of(
                        "select t from Traveller t join t.reaches r where r.name = 'Jansen'", "FV-302",
                        "select t from Traveller t where t.reaches[0].name = 'Jansen'", "FV-302",
                        "select t from Traveller t join t.reaches r order by r.mail", "FV-301",
                        "select t from Traveller t where exists (select 1 from t.stays s where value(s).door = '12')",
                                "FV-301",
                        "select t from Traveller t join t.stays s where lower(value(s).street) = 'x'", "FV-302",
                        "select t from Traveller t join t.reaches r order by r.score", "FV-302")
                .entrySet()) {
            var thrown = catchThrowable(() -> run(
                    VIEWER,
                    session -> session.createQuery(refused.getKey(), Traveller.class)
                            .getResultList()));
            assertThat(thrown).as(refused.getKey()).isNotNull().satisfies(Refusals.with(refused.getValue()));
        }
    }

    @Test
    void wholeElements_comparedInAQuery_areRefused() {
        persisted();
        for (String query : List.of(
                "from Traveller t where :reach member of t.reaches",
                "select t from Traveller t join t.reaches r where r = :reach",
                "select t from Traveller t join t.reaches r where r in (:reach)",
                "select t from Traveller t where t.reaches[0] = :reach",
                "select t from Traveller t where :reach in elements(t.reaches)")) {
            assertRefused(
                    "FV-301",
                    () -> run(
                            ADMIN,
                            session -> session.createQuery(query, Traveller.class)
                                    .setParameter("reach", new Traveller.Reach("Jansen", "alice@example.org", 345))
                                    .getResultList()));
        }
    }

    @Test
    void nativeQuery_onTheElementsTable_needsThePermission() {
        persisted();
        String sql = "select name from Traveller_reaches";
        assertRefused(
                "FV-307",
                () -> run(
                        VIEWER,
                        session -> session.createNativeQuery(sql, String.class).getResultList()));
        run(
                ADMIN,
                session -> assertThat(
                                session.createNativeQuery(sql, String.class).getResultList())
                        .hasSize(2));
    }
}
