package io.fieldveil.hibernate;

import static io.fieldveil.hibernate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.query.AuditEntity;
import org.hibernate.envers.query.AuditQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Envers keeps the history of protected attributes as their columns hold them, and its reader obeys the context. */
abstract class EnversSuite extends ProtectedSuite {

    private static final String COPIES = "io.fieldveil.hibernate.Inpatient_AUD";

    EnversSuite(TestDatabase server) {
        super(server, Inpatient.class, Address.class, Geo.class, Inpatient.Kin.class);
    }

    @Override
    JpaFixtureBuilder describe() {
        return super.describe().setting("org.hibernate.envers.store_data_at_delete", true);
    }

    Long persist(AccessContext context, Inpatient patient) {
        return as(context, session -> {
            session.persist(patient);
            return patient.id;
        });
    }

    void change(AccessContext context, Long id, Consumer<Inpatient> change) {
        run(context, session -> change.accept(session.find(Inpatient.class, id)));
    }

    <T extends @Nullable Object> T read(AccessContext context, Function<AuditReader, T> reading) {
        return as(context, session -> reading.apply(AuditReaderFactory.get(session)));
    }

    List<Number> revisions(Long id) {
        return read(VIEWER, reader -> reader.getRevisions(Inpatient.class, id));
    }

    Inpatient at(AccessContext context, Long id, int revision) {
        return read(
                context,
                reader -> reader.find(Inpatient.class, id, revisions(id).get(revision)));
    }

    /** What the main table's row, or a copy, holds in the columns of attributes. */
    static Map<String, @Nullable Object> values(Map<String, @Nullable Object> row) {
        var values = new TreeMap<String, @Nullable Object>(row);
        values.keySet()
                .removeIf(column -> List.of("id", "version", "rev", "revtype", "inpatient_id", "revend")
                                .contains(column)
                        || column.endsWith("_mod"));
        values.replaceAll((column, value) -> value instanceof byte[] bytes ? Arrays.toString(bytes) : value);
        return values;
    }

    Map<String, @Nullable Object> row(Long id) {
        return values(jpa.rows("select p.*, c.doctor from Inpatient p left join Chart c on c.id = p.id"
                        + " where p.id = " + id)
                .get(0));
    }

    List<Map<String, @Nullable Object>> copies(Long id) {
        return jpa
                .rows("select p.*, c.doctor from Inpatient_AUD p left join Chart_AUD c on c.id = p.id and c.REV = p.REV"
                        + " where p.id = " + id + " order by p.REV")
                .stream()
                .map(EnversSuite::values)
                .toList();
    }

    // ---- writing --------------------------------------------------------------------------------------------------

    @Test
    void copy_ofEachRevision_holdsWhatTheRowHolds() {
        Long id = persist(VIEWER, Inpatient.ann());
        var first = row(id);
        change(VIEWER, id, patient -> patient.city = "Bonn");
        var second = row(id);
        change(ADMIN, id, patient -> {
            patient.lastName = "Roe";
            patient.email = "roe@example.org";
            patient.diagnosis = "cold";
            patient.address.door = "door-10";
            patient.kin = new Inpatient.Kin("Rob", patient.kin.number(), "twin", "brother");
        });
        var third = row(id);
        run(VIEWER, session -> session.remove(session.find(Inpatient.class, id)));

        assertThat(copies(id)).containsExactly(first, second, third, third);
        assertThat(first).containsEntry("lastname", "Doe").containsEntry("doctor", "Who");
        assertThat(third).containsEntry("lastname", "Roe");
        assertThat(first.get("email")).isEqualTo(second.get("email")).isNotEqualTo(third.get("email"));
        assertThat(jpa.rows("select email, diagnosis, passport from Inpatient_AUD")
                        .get(0)
                        .values())
                .allSatisfy(value -> assertThat(value).isInstanceOf(byte[].class));
    }

    @Test
    void viewer_whoWritesTwiceInOneTransaction_isNotTakenForGuessing() {
        Long id = as(VIEWER, session -> {
            var patient = Inpatient.ann();
            session.persist(patient);
            session.flush();
            patient.city = "Bonn";
            session.flush();
            return patient.id;
        });
        assertThat(copies(id)).containsExactly(row(id));
    }

    @Test
    void flags_tellWhatWasChanged() {
        Long id = persist(VIEWER, Inpatient.ann());
        change(ADMIN, id, patient -> patient.lastName = "Roe");
        var flags = jpa.rows("select lastName_MOD, email_MOD, diagnosis_MOD, score_MOD from Inpatient_AUD where id = "
                + id + " order by REV");
        assertThat(flags.get(1).get("lastname_mod")).isEqualTo(true);
        assertThat(flags.get(1).values()).filteredOn(Boolean.TRUE::equals).hasSize(1);
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    @Test
    void reader_showsWhatTheContextMaySee() {
        Long id = persist(VIEWER, Inpatient.ann());
        change(ADMIN, id, patient -> patient.lastName = "Roe");

        var viewed = at(VIEWER, id, 0);
        assertThat(viewed.city).isEqualTo("Kiel");
        assertThat(viewed.email).startsWith("fv1.");
        assertThat(viewed.phone).startsWith("fv1.");
        assertThat(viewed.card).startsWith("fv1.");
        assertThat(viewed.login).endsWith("nn").startsWith("•");
        assertThat(viewed.lastName).isEqualTo("D•••");
        assertThat(viewed.doctor).isEqualTo("W•••");
        assertThat(viewed.diagnosis).isNotEqualTo("flu");
        assertThat(viewed.score).isNotEqualTo(77);
        assertThat(viewed.points).isNotEqualTo(345);
        assertThat(viewed.passport).startsWith("fvc1.");
        assertThat(viewed.address.street).isNotEqualTo("Main St 1");
        assertThat(viewed.address.plate).startsWith("fv1.");
        assertThat(viewed.address.geo.tile).isNotEqualTo(5251);
        assertThat(viewed.kin.name()).isEqualTo("B•••");
        assertThat(viewed.kin.number()).startsWith("fv1.");
        assertThat(viewed.kin.relation()).isEqualTo("brother");

        var loaded = as(VIEWER, session -> session.find(Inpatient.class, id));
        var latest = at(VIEWER, id, 1);
        assertThat(latest).usingRecursiveComparison().ignoringFields("version").isEqualTo(loaded);
    }

    @Test
    void reader_showsValuesToWhomMaySeeThem() {
        Long id = persist(VIEWER, Inpatient.ann());
        change(ADMIN, id, patient -> patient.lastName = "Roe");
        var seen = at(ADMIN, id, 0);
        var ann = Inpatient.ann();
        assertThat(seen.lastName).isEqualTo("Doe");
        assertThat(seen.card).isEqualTo(ann.card);
        assertThat(seen.email).startsWith("fv1.");
        assertThat(seen)
                .usingRecursiveComparison()
                .ignoringFields("id", "version", "email", "phone", "passport", "kin.number")
                .isEqualTo(ann);
    }

    @Test
    void reader_withoutContext_showsTheLeast() {
        Long id = persist(VIEWER, Inpatient.ann());
        Number revision = revisions(id).get(0);
        var seen =
                jpa.fromTransaction(session -> AuditReaderFactory.get(session).find(Inpatient.class, id, revision));
        assertThat(seen.lastName).isEqualTo("D•••");
        assertThat(seen.card).startsWith("fv1.");
    }

    @Test
    void nulls_areRead() {
        Long id = persist(VIEWER, new Inpatient());
        assertThat(copies(id)).containsExactly(row(id));
        assertThat(at(VIEWER, id, 0).lastName).isNull();
        assertThat(at(VIEWER, id, 0).email).isNull();
    }

    @Test
    void reading_writesNothing_andDecryptsNothingThatStaysToken() {
        Long id = persist(VIEWER, Inpatient.ann());
        var before = copies(id);
        jpa.statements().clear();
        run(VIEWER, session -> {
            session.createQuery("from " + COPIES, Map.class).getResultList();
            AuditReaderFactory.get(session)
                    .find(Inpatient.class, id, revisions(id).get(0));
            session.flush();
        });
        assertThat(copies(id)).isEqualTo(before);
    }

    @Test
    void queries_returnRevisionsAsTheContextMaySee() {
        Long id = persist(VIEWER, Inpatient.ann());
        change(ADMIN, id, patient -> patient.lastName = "Roe");
        Number last = revisions(id).get(1);
        assertThat(names(VIEWER)).containsExactly("D•••", "R•••");
        assertThat(names(ADMIN)).containsExactly("Doe", "Roe");
        Inpatient now = (Inpatient) read(
                VIEWER,
                reader -> reader.createQuery()
                        .forEntitiesAtRevision(Inpatient.class, last)
                        .getSingleResult());
        assertThat(now.lastName).isEqualTo("R•••");
    }

    private List<String> names(AccessContext context) {
        var found = new ArrayList<String>();
        run(context, session -> {
            for (Object each : query(AuditReaderFactory.get(session)).getResultList()) {
                found.add(((Inpatient) each).lastName);
            }
        });
        return found;
    }

    private static AuditQuery query(AuditReader reader) {
        return reader.createQuery()
                .forRevisionsOfEntity(Inpatient.class, true, true)
                .addOrder(AuditEntity.revisionNumber().asc());
    }

    @Test
    void reader_asTheDocumentationShowsIt() {
        Long id = persist(VIEWER, Inpatient.ann());
        Number revision = revisions(id).get(0);
        run(VIEWER, session -> {
            // tag::reader[]
            AuditReader reader = AuditReaderFactory.get(session);
            // Masks and tokens, or values with the permission:
            Inpatient asItWas = reader.find(Inpatient.class, id, revision);
            // end::reader[]
            assertThat(asItWas.lastName).isEqualTo("D•••");
        });
    }

    @Test
    void reveal_ofARevision_isRecordedByIdAndRevision() {
        Long id = persist(VIEWER, Inpatient.ann());
        Number revision = revisions(id).get(0);
        as(ADMIN, session -> AuditReaderFactory.get(session).find(Inpatient.class, id, revision));
        assertThat(jpa.rows("select * from fieldveil_audit where kind = 'REVEAL'"))
                .isNotEmpty()
                .anySatisfy(record ->
                        assertThat(String.valueOf(record)).contains("Inpatient_AUD", "REV=" + revision + ", id=" + id));
    }

    @Test
    void queryCache_showsEachContextItsOwn() {
        persist(VIEWER, Inpatient.ann());
        for (var context : List.of(ADMIN, VIEWER, ADMIN, VIEWER)) {
            String shown = (String) read(
                    context,
                    reader -> query(reader)
                            .setCacheable(true)
                            .addProjection(AuditEntity.property("lastName"))
                            .getSingleResult());
            assertThat(shown).isEqualTo(context.equals(ADMIN) ? "Doe" : "D•••");
            Inpatient found = (Inpatient)
                    read(context, reader -> query(reader).setCacheable(true).getSingleResult());
            assertThat(found.lastName).isEqualTo(context.equals(ADMIN) ? "Doe" : "D•••");
        }
    }

    @Test
    void revision_writtenBack_storesNoMaskAndNoToken() {
        Long id = persist(VIEWER, Inpatient.ann());
        change(ADMIN, id, patient -> patient.lastName = "Roe");
        change(VIEWER, id, patient -> patient.email = "roe@example.org");
        var row = row(id);
        var old = at(VIEWER, id, 0);
        old.version = 2;
        assertThatThrownBy(() -> run(VIEWER, session -> session.merge(old)))
                .satisfies(thrown -> assertThat(Refusals.find(thrown)).isNotNull());
        assertThat(row(id)).isEqualTo(row);
        var last = at(VIEWER, id, 2);
        last.version = 2;
        run(VIEWER, session -> session.merge(last));
        assertThat(row(id)).isEqualTo(row);
    }

    @Test
    void value_thatLooksLikeAMask_isCopied() {
        Long id = persist(VIEWER, Inpatient.ann());
        run(ADMIN, session -> Fieldveil.assign(session.find(Inpatient.class, id), "lastName", "•••"));
        assertThat(copies(id).get(1)).containsEntry("lastname", "•••");
    }

    @Test
    void columns_ofCopies_areAsWideAndCollatedAsTheirOriginals() {
        for (String column : List.of("email", "phone", "lastname", "diagnosis", "passport", "kin_phone")) {
            assertThat(column("inpatient_aud", column)).as(column).isEqualTo(column("inpatient", column));
        }
    }

    private List<Map<String, @Nullable Object>> column(String table, String column) {
        return jpa.rows(
                "select data_type, character_maximum_length, collation_name from information_schema.columns"
                        + " where lower(table_name) = ? and lower(column_name) = ? and table_schema not in ('x')",
                table,
                column);
    }

    @Test
    void copy_thatWasJustWritten_isShownAsTheContextMaySee() {
        var shown = new ArrayList<@Nullable Object>();
        run(VIEWER, session -> {
            session.persist(Inpatient.ann());
            session.flush();
            session.unwrap(SessionImplementor.class)
                    .getTransactionCompletionCallbacks()
                    .registerCallback((BeforeTransactionCompletionProcess) completing -> completing
                            .createSelectionQuery("from " + COPIES, Map.class)
                            .getResultList()
                            .forEach(copy -> shown.addAll(List.of(copy.get("lastName"), copy.get("address_street")))));
        });
        assertThat(shown).hasSize(2).doesNotContain("Doe", "Main St 1");
        assertThat(jpa.rows("select lastName from Inpatient_AUD").get(0)).containsValue("Doe");
    }

    // ---- conditions and projections -------------------------------------------------------------------------------

    @Test
    void conditions_onWhatIsSearched_findIt() {
        Long id = persist(VIEWER, Inpatient.ann());
        assertThat(found(VIEWER, AuditEntity.property("email").eq(" Ann@Example.org")))
                .isEqualTo(1);
        assertThat(found(VIEWER, AuditEntity.property("email").in(List.of("ann@example.org", "x@example.org"))))
                .isEqualTo(1);
        assertThat(found(VIEWER, AuditEntity.property("email").ne("ann@example.org")))
                .isZero();
        assertThat(found(VIEWER, AuditEntity.property("phone").eq("030 901820")))
                .isEqualTo(1);
        assertThat(found(ADMIN, AuditEntity.property("diagnosis").isNull())).isZero();
        assertThat(found(ADMIN, AuditEntity.property("lastName").eq("Doe"))).isEqualTo(1);
        assertThat(found(ADMIN, AuditEntity.property("lastName").like("D%"))).isEqualTo(1);
        assertThat(found(ADMIN, AuditEntity.property("doctor").eq("Who"))).isEqualTo(1);
        assertThat(found(VIEWER, AuditEntity.property("email").hasChanged())).isEqualTo(1);
        assertThat(id).isNotNull();
    }

    private int found(AccessContext context, org.hibernate.envers.query.criteria.AuditCriterion condition) {
        return read(
                context, reader -> query(reader).add(condition).getResultList().size());
    }

    @Test
    void conditions_thatWouldTellOrFindNothing_areRefused() {
        persist(VIEWER, Inpatient.ann());
        assertRefused("FV-301", () -> found(ADMIN, AuditEntity.property("phone").like("+49%")));
        assertRefused("FV-301", () -> found(ADMIN, AuditEntity.property("email").gt("a")));
        assertRefused("FV-301", () -> found(ADMIN, AuditEntity.property("email").between("a", "b")));
        assertRefused(
                "FV-301", () -> found(ADMIN, AuditEntity.property("diagnosis").eq("flu")));
        assertRefused(
                "FV-302", () -> found(VIEWER, AuditEntity.property("lastName").eq("Doe")));
        assertRefused(
                "FV-302", () -> found(VIEWER, AuditEntity.property("score").gt(70)));
        assertRefused(
                "FV-302", () -> found(VIEWER, AuditEntity.property("doctor").like("W%")));
        assertRefused(
                "FV-302", () -> found(VIEWER, AuditEntity.property("score").maximize()));
        assertRefused(
                "FV-302",
                () -> read(
                        VIEWER,
                        reader -> query(reader)
                                .addOrder(AuditEntity.property("lastName").asc())
                                .getResultList()));
    }

    @Test
    void projections_obeyTheContext() {
        persist(VIEWER, Inpatient.ann());
        assertThat(selected(VIEWER, "lastName")).isEqualTo("D•••");
        assertThat(selected(ADMIN, "lastName")).isEqualTo("Doe");
        assertThat(selected(VIEWER, "email")).startsWith("fv1.");
        assertRefused(
                "FV-302",
                () -> read(
                        VIEWER,
                        reader -> query(reader)
                                .addProjection(AuditEntity.property("score").max())
                                .getSingleResult()));
        assertRefused(
                "FV-302",
                () -> read(
                        VIEWER,
                        reader -> query(reader)
                                .addProjection(AuditEntity.function("upper", AuditEntity.property("lastName")))
                                .getSingleResult()));
    }

    private @Nullable String selected(AccessContext context, String property) {
        return (String) read(
                context,
                reader -> query(reader)
                        .addProjection(AuditEntity.property(property))
                        .getSingleResult());
    }

    // ---- past Envers ----------------------------------------------------------------------------------------------

    @Test
    void hql_overCopies_obeysTheContext() {
        persist(VIEWER, Inpatient.ann());
        String name = as(
                VIEWER,
                session -> session.createQuery("select lastName from " + COPIES, String.class)
                        .getSingleResult());
        assertThat(name).isEqualTo("D•••");
        Map<?, ?> map = as(
                VIEWER,
                session -> session.createQuery("from " + COPIES, Map.class).getSingleResult());
        assertThat(map.get("lastName")).isEqualTo("D•••");
        assertThat((String) map.get("email")).startsWith("fv1.");
        assertRefused(
                "FV-302",
                () -> as(
                        VIEWER,
                        session -> session.createQuery(
                                        "select 1 from " + COPIES + " where lastName = 'Doe'", Integer.class)
                                .getResultList()));
    }

    @Test
    void nativeSql_overCopies_isRefusedAsOverTheTable() {
        persist(VIEWER, Inpatient.ann());
        for (String sql : List.of(
                "select lastName from Inpatient_AUD",
                "select * from Inpatient_AUD",
                "select doctor from Chart_AUD",
                "select email from Inpatient_AUD")) {
            assertRefused("FV-307", () -> select(VIEWER, sql));
        }
        assertThat(select(ADMIN, "select lastName from Inpatient_AUD")).containsExactly("Doe");
    }

    private List<Object> select(AccessContext context, String sql) {
        return as(
                context,
                (Session session) ->
                        session.createNativeQuery(sql, Object.class).getResultList());
    }

    @Test
    void session_ofSomebodyElse_showsNoCopies() {
        Long id = persist(VIEWER, Inpatient.ann());
        Number revision = revisions(id).get(0);
        try (Session session = jpa.sessionFactory().openSession()) {
            inScope(ADMIN, () -> AuditReaderFactory.get(session).find(Inpatient.class, id, revision));
            assertRefused(
                    "FV-503",
                    () -> inScope(VIEWER, () -> AuditReaderFactory.get(session).find(Inpatient.class, id, revision)));
        }
    }

    private static void inScope(AccessContext context, Runnable work) {
        try (@SuppressWarnings("try")
                var scope = io.fieldveil.access.AccessScope.open(context)) {
            work.run();
        }
    }
}
