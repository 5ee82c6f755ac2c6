package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.testing.LogCapture;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.marking.Markings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Collections of masked texts. */
abstract class MaskedTextSuite extends ProtectedSuite {

    private static final List<String> TABLES = List.of("names", "remarks", "doors", "mails");

    MaskedTextSuite(TestDatabase server) {
        super(server, Dossier.class);
    }

    private Long persisted() {
        Long id = as(VIEWER, session -> {
            var dossier = Dossier.full();
            session.persist(dossier);
            return dossier.id;
        });
        jpa.sessionFactory().getCache().evictAllRegions();
        return id;
    }

    private static Dossier read(Dossier dossier) {
        Hibernate.initialize(dossier.names);
        Hibernate.initialize(dossier.remarks);
        Hibernate.initialize(dossier.doors);
        Hibernate.initialize(dossier.mails);
        return dossier;
    }

    private Dossier load(AccessContext context, Long id) {
        return as(context, session -> read(session.find(Dossier.class, id)));
    }

    private void change(AccessContext context, Long id, Consumer<Dossier> change) {
        run(context, session -> change.accept(read(session.find(Dossier.class, id))));
    }

    private void stateless(AccessContext context, Consumer<StatelessSession> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            jpa.sessionFactory().inStatelessTransaction(work);
        }
    }

    private List<String> cells(String table) {
        return jpa.rows("select cell from dossier_" + table).stream()
                .map(row -> row.get("cell"))
                .map(cell -> cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(cell))
                .sorted()
                .toList();
    }

    private List<List<String>> all() {
        return TABLES.stream().map(this::cells).toList();
    }

    private List<String> writes(Runnable work) {
        jpa.statements().clear();
        work.run();
        return jpa.statements().executions().stream()
                .map(execution -> execution.sql())
                .filter(sql -> sql.matches("(?i)(update|insert into|delete from) dossier.*"))
                .toList();
    }

    private static void assertCovered(Dossier read) {
        assertThat(read.names).containsExactly("J•••", "J•••", "M•••");
        assertThat(read.remarks.values()).containsExactly("•••••", "•••••");
        assertThat(read.doors).containsExactly("•••••", "•••••");
        assertThat(read.mails.get("home")).startsWith("a•••").doesNotContain("lice");
    }

    private static void assertSeen(Dossier read) {
        assertThat(read.names).containsExactly("Jansen", "Jones", "Meier");
        assertThat(read.remarks).containsEntry("first", "was late");
        assertThat(read.doors).containsExactly("12", "13");
        assertThat(read.mails).containsEntry("home", "alice@example.org");
    }

    private static Dossier posted(Dossier seen) {
        var posted = new Dossier();
        posted.id = seen.id;
        posted.version = seen.version;
        posted.city = seen.city;
        seen.names.forEach(text -> posted.names.add(copy(text)));
        seen.doors.forEach(text -> posted.doors.add(copy(text)));
        seen.remarks.forEach((key, text) -> posted.remarks.put(key, copy(text)));
        seen.mails.forEach((key, text) -> posted.mails.put(key, copy(text)));
        return posted;
    }

    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    @Test
    void merged_readsAsTheContextMaySee_whoeverLoadedIt() {
        Long id = persisted();
        var before = all();
        for (boolean loadedBefore : new boolean[] {true, false}) {
            var detached = load(ADMIN, id);
            run(VIEWER, session -> {
                if (loadedBefore) {
                    assertCovered(read(session.find(Dossier.class, id)));
                }
                assertCovered(session.merge(detached));
                assertCovered(session.find(Dossier.class, id));
            });
            var covered = load(VIEWER, id);
            run(ADMIN, session -> assertSeen(session.merge(covered)));
        }
        assertThat(all()).isEqualTo(before);
    }

    /** Each value is opened and masked once, and not once for each row that it is compared with. */
    @Test
    void form_thatIsUnchanged_costsAsMuchCryptographyAsItHasValues() {
        long[] costs = new long[2];
        for (int i = 0; i < costs.length; i++) {
            int size = 20 * (i + 1);
            Long id = as(VIEWER, session -> {
                var dossier = new Dossier();
                for (int k = 0; k < size; k++) {
                    dossier.doors.add("door " + k);
                }
                session.persist(dossier);
                return dossier.id;
            });
            var form = posted(load(ADMIN, id));
            long before = counter().decryptions() + counter().encryptions();
            run(ADMIN, session -> session.merge(form));
            costs[i] = counter().decryptions() + counter().encryptions() - before;
        }
        assertThat(costs[1]).isLessThanOrEqualTo(2 * costs[0]);
    }

    @Test
    void texts_stored_areWhatTheColumnHoldsAndReadAsTheContextMaySee() {
        Long id = persisted();
        assertThat(cells("names")).containsExactly("Jansen", "Jones", "Meier");
        assertThat(cells("remarks")).containsExactly("was early", "was late");
        assertThat(all().subList(2, 4).toString())
                .doesNotContain(
                        "3132", HexFormat.of().formatHex("alice".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
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
    void untouched_flushed_writesNothing() {
        Long id = persisted();
        var before = all();
        for (var context : List.of(VIEWER, ADMIN)) {
            assertThat(writes(() -> run(context, session -> {
                        read(session.find(Dossier.class, id));
                        long encryptions = counter().encryptions();
                        session.flush();
                        assertThat(counter().encryptions()).isEqualTo(encryptions);
                    })))
                    .isEmpty();
            change(context, id, dossier -> dossier.city = "Hamburg" + context.principal());
            assertThat(all()).isEqualTo(before);
        }
        run(VIEWER, session -> {
            var dossier = Dossier.full();
            session.persist(dossier);
            session.flush();
            long encryptions = counter().encryptions();
            assertThat(writes(session::flush)).isEmpty();
            assertThat(counter().encryptions()).isEqualTo(encryptions);
            dossier.names.set(0, "Smith");
            session.flush();
        });
        assertThat(cells("names")).containsExactly("Jansen", "Jones", "Jones", "Meier", "Meier", "Smith");
    }

    @Test
    void texts_addedRemovedAndMoved_takeTheirValuesWithThem() {
        for (var context : List.of(VIEWER, ADMIN)) {
            jpa.truncate();
            Long id = persisted();
            var doors = cells("doors");
            change(context, id, dossier -> {
                dossier.names.add(0, "Kowalski");
                dossier.names.remove(2);
                dossier.remarks.remove("first");
                dossier.remarks.put("third", "was ill");
                dossier.doors.add("14");
                dossier.doors = new ArrayList<>(dossier.doors);
                dossier.mails.put("new", "Eve@example.org");
            });
            assertThat(jpa.rows("select cell from dossier_names order by position").stream()
                            .map(row -> row.get("cell")))
                    .containsExactly("Kowalski", "Jansen", "Meier");
            assertThat(cells("remarks")).containsExactly("was early", "was ill");
            assertThat(cells("doors")).hasSize(3).containsAll(doors);
            assertThat(load(ADMIN, id).mails).hasSize(3).containsEntry("new", "eve@example.org");
            change(context, id, dossier -> {
                dossier.names.clear();
                dossier.remarks.clear();
                dossier.doors.clear();
                dossier.mails.clear();
            });
            assertThat(all()).allMatch(List::isEmpty);
        }
    }

    private static Map<String, BiConsumer<Dossier, Boolean>> guesses() {
        return Map.of(
                "as it is, in a list", (read, right) -> read.names.set(0, right ? "Jansen" : "Janson"),
                "another one's, in a list", (read, right) -> read.names.set(0, right ? "Jones" : "Jonas"),
                "as it is, in a map", (read, right) -> read.remarks.put("first", right ? "was late" : "was lame"),
                "at random", (read, right) -> read.doors.set(0, right ? "12" : "11"),
                "searchable",
                        (read, right) -> read.mails.put("home", right ? "alice@example.org" : "alise@example.org"));
    }

    @TestFactory
    Stream<DynamicTest> guess_rightOrWrong_isRefusedHoweverItComes() {
        return guesses().entrySet().stream()
                .map(guess -> DynamicTest.dynamicTest(guess.getKey(), () -> {
                    jpa.truncate();
                    Long id = persisted();
                    var before = all();
                    for (boolean right : new boolean[] {true, false}) {
                        for (Function<Dossier, Dossier> way :
                                List.<Function<Dossier, Dossier>>of(read -> read, MaskedTextSuite::posted)) {
                            var detached = way.apply(load(VIEWER, id));
                            guess.getValue().accept(detached, right);
                            assertRefused("FV-203", () -> run(VIEWER, session -> session.merge(detached)));
                        }
                        assertRefused(
                                "FV-203",
                                () -> change(
                                        VIEWER, id, read -> guess.getValue().accept(read, right)));
                        assertRefused(
                                "FV-203",
                                () -> stateless(VIEWER, session -> {
                                    var row = session.get(Dossier.class, id);
                                    Stream.of(row.names, row.remarks, row.doors, row.mails)
                                            .forEach(session::fetch);
                                    guess.getValue().accept(row, right);
                                    session.update(row);
                                }));
                    }
                    assertThat(all()).isEqualTo(before);
                    change(ADMIN, id, read -> guess.getValue().accept(read, false));
                    assertThat(all()).isNotEqualTo(before);
                }));
    }

    @Test
    void whatTheViewerSaw_detachedOrPostedBack_isNoChangeToHimAndAQuestionToAdmin() {
        Long id = persisted();
        var before = all();
        var detached = load(VIEWER, id);
        detached.names = new ArrayList<>(detached.names);
        for (var writer : List.of(VIEWER, ADMIN)) {
            detached.version = load(VIEWER, id).version;
            run(writer, session -> {
                var merged = session.merge(detached);
                session.flush();
                assertThat(merged.version).isGreaterThanOrEqualTo(detached.version);
            });
            assertThat(all()).isEqualTo(before);
        }
        var form = posted(load(VIEWER, id));
        run(VIEWER, session -> assertCovered(session.merge(form)));
        assertThat(all()).isEqualTo(before);
        var admins = posted(load(VIEWER, id));
        assertRefused("FV-204", () -> run(ADMIN, session -> session.merge(admins)));
        run(ADMIN, session -> session.merge(posted(load(ADMIN, id))));
        assertSeen(load(ADMIN, id));
        change(VIEWER, id, dossier -> {
            dossier.names.set(1, "J•••");
            dossier.remarks.put("first", "•••••");
        });
        assertSeen(load(ADMIN, id));
    }

    @Test
    void masks_whereNoRowShowsThem_areRefused() {
        Long id = persisted();
        var before = all();
        var seen = load(VIEWER, id);
        for (var context : List.of(VIEWER, ADMIN)) {
            assertRefused("FV-202", () -> change(context, id, dossier -> dossier.names.add("K•••")));
            assertRefused("FV-202", () -> change(context, id, dossier -> dossier.names.add(copy("J•••"))));
            assertRefused("FV-202", () -> change(context, id, dossier -> dossier.names.add(seen.remarks.get("first"))));
            assertRefused("FV-202", () -> change(context, id, dossier -> dossier.remarks.put("new", "•••••")));
            assertRefused(
                    "FV-202",
                    () -> run(context, session -> {
                        var other = new Dossier();
                        other.names.add("J•••");
                        session.persist(other);
                    }));
        }
        assertRefused("FV-202", () -> change(VIEWER, id, dossier -> dossier.names = List.of("J•••", "J•••", "M•••")));
        assertRefused("FV-205", () -> change(VIEWER, id, dossier -> dossier.mails.put("new", "no address")));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void removedFromAFormsList_isRefusedWhereTextsLookAlike() {
        Long id = persisted();
        var before = all();
        var form = posted(load(VIEWER, id));
        form.names.remove(0);
        assertRefused("FV-142", () -> run(VIEWER, session -> session.merge(form)));
        var other = posted(load(VIEWER, id));
        other.names.remove(2);
        other.remarks.remove("first");
        run(VIEWER, session -> session.merge(other));
        assertThat(cells("names")).containsExactly("Jansen", "Jones");
        assertThat(cells("remarks")).containsExactly("was early");
        assertThat(cells("doors")).isEqualTo(before.get(2));
    }

    @Test
    void statelessSession_keepsWhatItReadAndNothingElse() {
        Long id = persisted();
        var before = all();
        var seen = load(VIEWER, id);
        stateless(VIEWER, session -> {
            var row = session.get(Dossier.class, id);
            Stream.of(row.names, row.remarks, row.doors, row.mails).forEach(session::fetch);
            row.city = "Hamburg";
            session.update(row);
        });
        assertThat(all().subList(0, 2)).isEqualTo(before.subList(0, 2));
        assertSeen(load(ADMIN, id));
        assertRefused(
                "FV-206",
                () -> stateless(VIEWER, session -> {
                    var row = session.get(Dossier.class, id);
                    row.names = new ArrayList<>(seen.names);
                    session.update(row);
                }));
        assertRefused(
                "FV-202",
                () -> stateless(VIEWER, session -> {
                    var row = new Dossier();
                    row.names.add("J•••");
                    session.insert(row);
                }));
        stateless(VIEWER, session -> session.insert(Dossier.full()));
        assertThat(cells("names")).hasSize(6);
    }

    private <T> List<T> select(AccessContext context, String hql, Class<T> type) {
        return as(context, (Session session) -> session.createQuery(hql, type).getResultList());
    }

    @Test
    void queries_followTheRulesOfMaskedAttributes() {
        persisted();
        for (var context : List.of(VIEWER, ADMIN)) {
            boolean admin = context == ADMIN;
            assertThat(select(context, "select n from Dossier d join d.names n order by index(n)", String.class))
                    .isEqualTo(admin ? List.of("Jansen", "Jones", "Meier") : List.of("J•••", "J•••", "M•••"));
            assertThat(select(context, "select element(n) from Dossier d join d.doors n", String.class))
                    .containsExactlyInAnyOrderElementsOf(admin ? List.of("12", "13") : List.of("•••••", "•••••"));
            assertThat(select(
                            context,
                            "select value(r) from Dossier d join d.remarks r where key(r) = 'first'",
                            String.class))
                    .containsExactly(admin ? "was late" : "•••••");
            assertThat(select(context, "select d.names[1] from Dossier d", String.class))
                    .containsExactly(admin ? "Jones" : "J•••");
            assertThat(select(
                            context,
                            "select d.city from Dossier d join d.mails m where m = ' Alice@EXAMPLE.org'",
                            String.class))
                    .containsExactly("Berlin");
            assertThat(select(context, "select count(d) from Dossier d join d.names n", Long.class))
                    .containsExactly(3L);
            assertThat(select(context, "from Dossier d join fetch d.names", Dossier.class))
                    .first()
                    .satisfies(dossier -> assertThat(dossier.names).contains(admin ? "Meier" : "M•••"));
        }
        for (String condition : List.of(
                "join d.names n where n = 'Jansen'",
                "join d.names n where n in ('Jansen', 'x')",
                "where 'Jansen' member of d.names",
                "where d.names[0] = 'Jansen'",
                "join d.names n where lower(n) = 'jansen'",
                "join d.names n where n like 'Jan%'",
                "join d.names n where n > 'Jansem' and n < 'Jansfn'",
                "join d.remarks r where value(r) = 'was late'",
                "where exists (select 1 from d.names n where n = 'Jansen')",
                "where max(elements(d.names)) = 'Meier'",
                "where 'Jansen' in elements(d.names)",
                "join d.names n on n = 'Jansen'")) {
            String hql = "select d.city from Dossier d " + condition;
            assertThat(select(ADMIN, hql, String.class)).as(condition).containsExactly("Berlin");
            var thrown = catchThrowable(() -> select(VIEWER, hql, String.class));
            assertThat(thrown).as(condition).isNotNull().satisfies(Refusals.with("FV-302"));
        }
        for (var refused : Map.of(
                        "select d.city from Dossier d join d.names n order by n", "FV-302",
                        "select n, count(*) from Dossier d join d.names n group by n", "FV-302",
                        "select distinct n from Dossier d join d.names n", "FV-302",
                        "select upper(n) from Dossier d join d.names n", "FV-302",
                        "select count(n) from Dossier d join d.names n", "FV-302",
                        "select d.city from Dossier d where '12' member of d.doors", "FV-301",
                        "select d.city from Dossier d join d.doors n where n = '12'", "FV-301")
                .entrySet()) {
            var thrown = catchThrowable(() -> select(VIEWER, refused.getKey(), Object.class));
            assertThat(thrown).as(refused.getKey()).isNotNull().satisfies(Refusals.with(refused.getValue()));
        }
        assertThat(select(ADMIN, "select n from Dossier d join d.names n order by n desc", String.class))
                .containsExactly("Meier", "Jones", "Jansen");
        assertThat(select(ADMIN, "select max(n) from Dossier d join d.names n", String.class))
                .containsExactly("Meier");
        for (var context : List.of(VIEWER, ADMIN)) {
            Throwable thrown = catchThrowable(() -> run(
                    context,
                    session -> session.createNativeQuery("select cell from dossier_names", String.class)
                            .getResultList()));
            assertThat(thrown == null).isEqualTo(context == ADMIN);
            if (thrown != null) {
                assertThat(thrown).satisfies(Refusals.with("FV-307"));
            }
        }
    }

    @Test
    void cachedQuery_showsEachReaderWhatHeMaySee() {
        persisted();
        for (var order : List.of(List.of(VIEWER, ADMIN, VIEWER), List.of(ADMIN, VIEWER, ADMIN))) {
            jpa.sessionFactory().getCache().evictAllRegions();
            for (var context : order) {
                List<String> read = as(
                        context,
                        session -> session.createQuery(
                                        "select n from Dossier d join d.names n order by index(n)", String.class)
                                .setCacheable(true)
                                .getResultList());
                assertThat(read)
                        .isEqualTo(
                                context == ADMIN
                                        ? List.of("Jansen", "Jones", "Meier")
                                        : List.of("J•••", "J•••", "M•••"));
            }
        }
    }

    @Test
    void text_givenBackAsAParameter_standsForWhatItWasLoadedFrom() {
        persisted();
        String name = load(
                        ADMIN,
                        select(ADMIN, "select d.id from Dossier d", Long.class).get(0))
                .names
                .get(0);
        List<String> found = as(
                ADMIN,
                session -> session.createQuery("select d.city from Dossier d where :n member of d.names", String.class)
                        .setParameter("n", name)
                        .getResultList());
        assertThat(found).containsExactly("Berlin");
    }

    @Test
    void texts_ofAnotherTenant_areTakenNowhere() {
        Long id = persisted();
        var before = all();
        var acme = VIEWER.withTenant("acme");
        Long other = as(acme, session -> {
            var dossier = Dossier.full();
            session.persist(dossier);
            return dossier.id;
        });
        String foreign =
                as(acme, session -> session.find(Dossier.class, other).doors.get(0));
        for (var context : List.of(VIEWER, ADMIN)) {
            assertRefused("FV-202", () -> change(context, id, dossier -> dossier.doors.add(foreign)));
            assertRefused("FV-202", () -> change(context, id, dossier -> dossier.doors.set(0, foreign)));
        }
        jpa.execute("delete from dossier_doors where dossier_id = " + other);
        assertThat(cells("doors")).isEqualTo(before.get(2));
    }

    @Test
    void log_ofAdminsReadsWritesAndQueries_showsNoText() {
        Long id = persisted();
        List<String> lines;
        try (LogCapture capture = LogCapture.begin()) {
            run(ADMIN, session -> {
                read(session.find(Dossier.class, id)).names.set(0, "Canary");
                session.flush();
                session.createQuery("select d.city from Dossier d join d.names n where n = :n", String.class)
                        .setParameter("n", "Canary")
                        .getResultList();
                session.clear();
                read(session.find(Dossier.class, id));
            });
            lines = capture.lines();
        }
        assertThat(lines).anyMatch(line -> line.contains("org.hibernate.orm.jdbc."));
        assertThat(lines.stream()
                        .filter(line ->
                                Stream.of("Canary", "Jansen", "was late").anyMatch(line::contains)))
                .isEmpty();
    }

    @Test
    void texts_unmarkedByTheirPath_areShownAndMayBeChanged() {
        Long id = persisted();
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(AccessContext.of("marker", Markings.MARK_PII, "VIEW_PII"))) {
            Fieldveil.runtime(jpa.sessionFactory()).markings().unmark(Dossier.class, "names");
        }
        try {
            assertThat(load(VIEWER, id).names).containsExactly("Jansen", "Jones", "Meier");
            change(VIEWER, id, dossier -> dossier.names.set(0, "Smith"));
            assertRefused("FV-203", () -> change(VIEWER, id, dossier -> dossier.doors.set(0, "11")));
        } finally {
            jpa.execute("delete from fieldveil_marking");
            var current = Fieldveil.runtime(jpa.sessionFactory()).currentMarkings();
            current.start();
            current.stop();
        }
        assertThat(cells("names")).containsExactly("Jones", "Meier", "Smith");
        assertThat(load(VIEWER, id).names).containsExactly("S•••", "J•••", "M•••");
    }
}
