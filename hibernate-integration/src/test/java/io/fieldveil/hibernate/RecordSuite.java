package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.Purpose;
import io.fieldveil.annotations.Masked;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.lastmile.DisclosureRequest;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.EmbeddableInstantiator;
import org.hibernate.metamodel.spi.ValueAccess;
import org.junit.jupiter.api.Test;

/** Protected attributes in records, and in classes that are made of their values at once. */
abstract class RecordSuite extends ProtectedSuite {

    private static final AccessContext CLERK = AccessContext.of("clerk", "REVEAL_PII", "VIEW_PII");

    RecordSuite(TestDatabase server) {
        super(server, Patient.class, Shared.class);
    }

    private Long persisted() {
        return as(VIEWER, session -> {
            var patient = Patient.full();
            session.persist(patient);
            return patient.id;
        });
    }

    private Patient load(AccessContext context, Long id) {
        return as(context, session -> session.find(Patient.class, id));
    }

    private void change(AccessContext context, Long id, Consumer<Patient> change) {
        run(context, session -> change.accept(session.find(Patient.class, id)));
    }

    private Map<String, String> row(Long id) {
        var row = new TreeMap<String, String>();
        jpa.rows("select * from Patient where id = " + id)
                .get(0)
                .forEach((column, value) -> row.put(
                        column,
                        value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value)));
        return row;
    }

    private static Map<String, String> except(Map<String, String> row, String... columns) {
        var rest = new TreeMap<>(row);
        rest.remove("version");
        for (String column : columns) {
            rest.remove(column);
        }
        return rest;
    }

    private List<String> updates(Runnable work) {
        jpa.statements().clear();
        work.run();
        return jpa.statements().executions().stream()
                .map(execution -> execution.sql())
                .filter(sql -> sql.startsWith("update Patient"))
                .toList();
    }

    private static void assertCovered(Patient read) {
        assertThat(read.name.last()).isEqualTo("J•••");
        assertThat(read.name.first()).isEqualTo("A•••");
        assertThat(read.name.mail()).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(read.kin.last()).isEqualTo("K•••");
        assertThat(read.kin.mail()).startsWith(SealedValue.TOKEN_PREFIX).isNotEqualTo(read.name.mail());
        assertThat(read.file.number()).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(read.file.finding().score()).isEqualTo(300);
        assertThat(read.file.finding().remark()).isEqualTo("cough");
        assertThat(read.insurance.policy()).doesNotContain("1234").endsWith("34");
        assertThat(read.insurance.plan()).isEqualTo("statutory");
        assertThat(read.sample.kind).isEqualTo("blood");
        assertThat(read.sample.label).doesNotContain("77");
    }

    private static void assertSeen(Patient read) {
        assertThat(read.name.last()).isEqualTo("Jansen");
        assertThat(read.name.mail()).startsWith(SealedValue.TOKEN_PREFIX);
        assertThat(read.kin.first()).isEqualTo("Bob");
        assertThat(read.file.finding().score()).isEqualTo(345);
        assertThat(read.insurance.policy()).isEqualTo("AB-1234");
        assertThat(read.sample.label).isEqualTo("S-77");
    }

    @Test
    void record_stored_isSealedInTheRowAndReadsAsTheContextMaySee() {
        Long id = persisted();
        assertThat(row(id))
                .containsEntry("last", "Jansen")
                .containsEntry("first", "Alice")
                .containsEntry("kin_last", "Kowalski")
                .containsEntry("label", "S-77");
        var cells = jpa.rows("select mail, kin_mail, number, score, policy from Patient")
                .get(0);
        assertThat(cells.values()).allSatisfy(cell -> assertThat(cell).isInstanceOf(byte[].class));
        for (var order : List.of(List.of(VIEWER, ADMIN), List.of(ADMIN, VIEWER))) {
            jpa.sessionFactory().getCache().evictAllRegions();
            for (var context : order) {
                var read = load(context, id);
                if (context == ADMIN) {
                    assertSeen(read);
                } else {
                    assertCovered(read);
                }
            }
        }
    }

    @Test
    void revealed_isShownInARecordAfterTheRecord() {
        Long id = persisted();
        for (int i = 0; i < 2; i++) {
            var read = load(CLERK, id);
            assertThat(read.file.number()).isEqualTo("A-17");
            assertThat(read.file.finding().score()).isEqualTo(345);
        }
        var before = row(id);
        assertThat(updates(() -> change(CLERK, id, patient -> {}))).isEmpty();
        change(CLERK, id, patient -> patient.city = "Hamburg");
        assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
    }

    @Test
    void unchanged_flushed_writesNothingAndNeedsNoCryptography() {
        Long id = persisted();
        for (var context : List.of(VIEWER, ADMIN)) {
            assertThat(updates(() -> run(context, session -> {
                        session.find(Patient.class, id);
                        long encryptions = counter().encryptions();
                        session.flush();
                        assertThat(counter().encryptions()).isEqualTo(encryptions);
                    })))
                    .isEmpty();
        }
    }

    @Test
    void otherAttribute_changed_leavesTheRowAlone() {
        Long id = persisted();
        var before = row(id);
        for (var context : List.of(VIEWER, ADMIN)) {
            change(context, id, patient -> patient.city = "Hamburg" + context.principal());
            assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
        }
    }

    @Test
    void copy_withOneComponentChanged_writesThatOneAlone() {
        Long id = persisted();
        var before = row(id);
        for (var context : List.of(VIEWER, ADMIN)) {
            change(context, id, patient -> patient.name = patient.name.withMail(context.principal() + "@example.net"));
            assertThat(except(row(id), "mail")).isEqualTo(except(before, "mail"));
            assertThat(row(id).get("mail")).isNotEqualTo(before.get("mail"));
        }
        change(
                VIEWER,
                id,
                patient -> patient.file = new Patient.Case(
                        patient.file.number(),
                        new Patient.Finding(patient.file.finding().score(), "cold")));
        assertThat(except(row(id), "mail", "remark")).isEqualTo(except(before, "mail", "remark"));
        change(VIEWER, id, patient -> patient.insurance = new Patient.Insurance(patient.insurance.policy(), "private"));
        change(VIEWER, id, patient -> patient.sample = Patient.Sample.of("urine", patient.sample.label));
        assertThat(except(row(id), "mail", "remark", "plan", "kind"))
                .isEqualTo(except(before, "mail", "remark", "plan", "kind"));
        assertThat(row(id)).containsEntry("plan", "private").containsEntry("kind", "urine");
    }

    @Test
    void copy_withNothingChanged_isNoChange() {
        Long id = persisted();
        for (var context : List.of(VIEWER, ADMIN, CLERK)) {
            assertThat(updates(() -> change(context, id, patient -> {
                        patient.name = patient.name.withMail(patient.name.mail());
                        patient.kin = patient.kin.withMail(patient.kin.mail());
                        patient.file = new Patient.Case(
                                patient.file.number(),
                                new Patient.Finding(
                                        patient.file.finding().score(),
                                        patient.file.finding().remark()));
                        patient.insurance = new Patient.Insurance(patient.insurance.policy(), patient.insurance.plan());
                        patient.sample = Patient.Sample.of(patient.sample.kind, patient.sample.label);
                    })))
                    .as(context.principal())
                    .isEmpty();
        }
    }

    @Test
    void copy_ofWhatItsAuthorTyped_isNoGuess() {
        run(VIEWER, session -> {
            var patient = Patient.full();
            session.persist(patient);
            session.flush();
            patient.name = patient.name.withMail("new@example.org");
            session.flush();
            patient.name = patient.name.withMail("newer@example.org");
        });
        assertThat(jpa.rows("select last from Patient")).containsExactly(Map.of("last", "Jansen"));
    }

    @Test
    void maskedComponent_changedByViewer_isRefusedWhateverItEquals() {
        Long id = persisted();
        var before = row(id);
        for (String name : List.of("Jansen", "Smith")) {
            assertRefused(
                    "FV-203",
                    () -> change(
                            VIEWER,
                            id,
                            patient ->
                                    patient.name = new Patient.Name(name, patient.name.first(), patient.name.mail())));
        }
        for (int score : List.of(345, 346)) {
            assertRefused(
                    "FV-203",
                    () -> change(
                            VIEWER,
                            id,
                            patient -> patient.file =
                                    new Patient.Case(patient.file.number(), new Patient.Finding(score, "cough"))));
        }
        assertThat(row(id)).isEqualTo(before);
        change(
                VIEWER.withPurpose(Purpose.DATA_SUBJECT),
                id,
                patient -> patient.name = new Patient.Name("Smith", patient.name.first(), patient.name.mail()));
        assertThat(row(id)).containsEntry("last", "Smith").containsEntry("first", "Alice");
    }

    @Test
    void masksAndTokens_ofAnotherAttributeOrRow_areRefused() {
        Long id = persisted();
        var before = row(id);
        assertRefused(
                "FV-202",
                () -> change(
                        ADMIN,
                        id,
                        patient -> patient.name = new Patient.Name("K•••", patient.name.first(), patient.name.mail())));
        for (var context : List.of(VIEWER, ADMIN)) {
            assertRefused(
                    "FV-201",
                    () -> change(context, id, patient -> patient.name = patient.name.withMail(patient.kin.mail())));
        }
        assertRefused("FV-202", () -> change(VIEWER, id, patient -> patient.name = patient.kin));
        assertThat(row(id)).isEqualTo(before);
        var seen = load(VIEWER, id);
        for (var context : List.of(VIEWER, ADMIN)) {
            assertRefused(
                    "FV-202",
                    () -> run(context, session -> {
                        var patient = new Patient();
                        patient.name = new Patient.Name(seen.name.last(), "Eve", "eve@example.org");
                        session.persist(patient);
                    }));
            assertRefused(
                    "FV-201",
                    () -> run(context, session -> {
                        var patient = new Patient();
                        patient.name = new Patient.Name("Smith", "Eve", seen.name.mail());
                        session.persist(patient);
                    }));
        }
        assertThat(jpa.rows("select id from Patient")).hasSize(1);
    }

    @Test
    void detached_merged_keepsTheRow() {
        Long id = persisted();
        var before = row(id);
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
                assertThat(except(row(id), "city")).isEqualTo(except(before, "city"));
            }
        }
    }

    @Test
    void detachedCopy_merged_changesWhatWasTyped() {
        Long id = persisted();
        var before = row(id);
        var seen = load(VIEWER, id);
        seen.name = seen.name.withMail("new@example.org");
        run(VIEWER, session -> session.merge(seen));
        assertThat(except(row(id), "mail")).isEqualTo(except(before, "mail"));

        var posted = new Patient();
        posted.id = id;
        posted.version = Integer.parseInt(row(id).get("version"));
        posted.city = "Hamburg";
        posted.name = new Patient.Name(
                seen.name.last(), seen.name.first(), load(VIEWER, id).name.mail());
        posted.kin = new Patient.Name(seen.kin.last(), seen.kin.first(), seen.kin.mail());
        posted.file = new Patient.Case(seen.file.number(), new Patient.Finding(300, "cough"));
        posted.insurance = new Patient.Insurance(seen.insurance.policy(), "statutory");
        posted.sample = Patient.Sample.of("blood", seen.sample.label);
        assertRefused("FV-204", () -> run(ADMIN, session -> session.merge(posted)));
        run(VIEWER, session -> assertCovered(session.merge(posted)));
        assertThat(except(row(id), "city", "mail")).isEqualTo(except(before, "city", "mail"));
    }

    @Test
    void refreshed_readsAsTheContextMaySee() {
        Long id = persisted();
        run(VIEWER, session -> {
            var patient = session.find(Patient.class, id);
            patient.name = new Patient.Name("Smith", "Eve", "eve@example.org");
            session.refresh(patient);
            assertCovered(patient);
        });
        run(ADMIN, session -> {
            var patient = Patient.full();
            session.persist(patient);
            session.flush();
            assertThat(patient.name.mail()).isEqualTo("alice@example.org");
            session.refresh(patient);
            assertSeen(patient);
        });
    }

    @Test
    void statelessSession_readsAndWritesAsASessionDoes() {
        Long id = persisted();
        var before = row(id);
        var seen = stateless(VIEWER, session -> session.get(Patient.class, id));
        assertCovered(seen);
        seen.city = "Hamburg";
        seen.name = seen.name.withMail("new@example.org");
        stateless(VIEWER, session -> {
            session.update(seen);
            return null;
        });
        assertThat(except(row(id), "city", "mail")).isEqualTo(except(before, "city", "mail"));
        var foreign = stateless(VIEWER, session -> session.get(Patient.class, id));
        foreign.name = new Patient.Name("Smith", foreign.name.first(), foreign.name.mail());
        assertRefused(
                "FV-206",
                () -> stateless(VIEWER, session -> {
                    session.update(foreign);
                    return null;
                }));
    }

    private <R> R stateless(AccessContext context, java.util.function.Function<StatelessSession, R> work) {
        try (@SuppressWarnings("try")
                var scope = io.fieldveil.access.AccessScope.open(context)) {
            return jpa.sessionFactory().fromStatelessTransaction(work);
        }
    }

    @Test
    void assigned_inARecord_isWritten() {
        Long id = persisted();
        change(ADMIN, id, patient -> {
            var old = patient.file;
            Fieldveil.assign(patient, "file.finding.score", 300);
            assertThat(patient.file.finding().score()).isEqualTo(300);
            assertThat(patient.file).isNotSameAs(old);
            Fieldveil.assign(patient, "name.last", "J•••");
            Fieldveil.assign(patient, "insurance.policy", "XY-9");
        });
        var read = load(ADMIN, id);
        assertThat(read.file.finding()).isEqualTo(new Patient.Finding(300, "cough"));
        assertThat(read.name.last()).isEqualTo("J•••");
        assertThat(read.insurance.policy()).isEqualTo("XY-9");
        assertThat(read.name.first()).isEqualTo("Alice");
        assertRefused("FV-203", () -> change(VIEWER, id, patient -> Fieldveil.assign(patient, "name.last", "Smith")));
    }

    @Test
    void queries_findBySealedValuesAndShowWhatTheContextMaySee() {
        persisted();
        for (var context : List.of(VIEWER, ADMIN)) {
            run(context, session -> {
                var name = session.createQuery(
                                "select p.name from Patient p where p.kin.mail = :mail", Patient.Name.class)
                        .setParameter("mail", " BOB@example.org")
                        .getSingleResult();
                assertThat(name.last()).isEqualTo(context == ADMIN ? "Jansen" : "J•••");
                assertThat(name.mail()).startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(session.createQuery("select p.file.finding.score from Patient p", Integer.class)
                                .getSingleResult())
                        .isEqualTo(context == ADMIN ? 345 : 300);
                var found = session.getCriteriaBuilder().createQuery(Patient.class);
                var root = found.from(Patient.class);
                found.where(session.getCriteriaBuilder().equal(root.get("name").get("mail"), "alice@example.org"));
                assertThat(session.createQuery(found).getResultList()).hasSize(1);
            });
        }
        assertRefused(
                "FV-302",
                () -> run(
                        VIEWER,
                        session -> session.createQuery("from Patient p where p.name.last = 'Jansen'", Patient.class)
                                .getResultList()));
        assertRefused(
                "FV-301",
                () -> run(
                        VIEWER,
                        session -> session.createQuery("from Patient p where p.name = :name", Patient.class)
                                .setParameter("name", new Patient.Name("a", "b", "c@example.org"))
                                .getResultList()));
    }

    @Test
    void queriedRecord_putIntoItsEntity_isRecognised() {
        Long id = persisted();
        var before = row(id);
        run(VIEWER, session -> {
            var name = session.createQuery("select p.name from Patient p", Patient.Name.class)
                    .getSingleResult();
            session.find(Patient.class, id).name = name;
        });
        assertThat(row(id)).isEqualTo(before);
    }

    @Test
    void lastMile_opensARecordsAttributes() {
        Long id = persisted();
        run(VIEWER, session -> {
            var patient = session.find(Patient.class, id);
            var request = DisclosureRequest.of(
                    new Purpose("CAMPAIGN"), "mail server", "name.mail", "name.last", "file.number");
            boolean right = Fieldveil.runtime(jpa.sessionFactory())
                    .lastMile()
                    .<Patient, Boolean>one(
                            request,
                            patient,
                            row -> row.text("name.mail").orElseThrow().equals("alice@example.org")
                                    && row.text("name.last").orElseThrow().equals("Jansen")
                                    && row.text("file.number").orElseThrow().equals("A-17"));
            assertThat(right).isTrue();
        });
    }

    @Entity(name = "Shared")
    static class Shared {

        @Id
        Long id;

        @Embedded
        @EmbeddableInstantiator(OneForAll.class)
        Label label;
    }

    @Embeddable
    static class Label {

        @Masked
        String text = "secret";
    }

    public static class OneForAll implements org.hibernate.metamodel.spi.EmbeddableInstantiator {

        private final Label label = new Label();

        @Override
        public Object instantiate(ValueAccess values) {
            return label;
        }

        @Override
        public boolean isInstance(Object object) {
            return object instanceof Label;
        }

        @Override
        public boolean isSameClass(Object object) {
            return object instanceof Label;
        }
    }

    @Test
    void instantiator_thatHandsOutOneInstanceTwice_isRefused() {
        assertRefused(
                "FV-141",
                () -> run(VIEWER, session -> {
                    for (long id = 1; id < 3; id++) {
                        var shared = new Shared();
                        shared.id = id;
                        shared.label = new Label();
                        session.persist(shared);
                    }
                    session.flush();
                    session.clear();
                    session.createQuery("from Shared", Shared.class).getResultList();
                }));
    }
}
