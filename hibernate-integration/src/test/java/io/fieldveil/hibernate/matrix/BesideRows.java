package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.time.OffsetDateTime;
import java.util.Date;
import org.hibernate.Session;

/** Annotations of Jakarta Persistence, Hibernate and Bean Validation on the protected attribute itself. */
@SuppressWarnings("JavaUtilDate")
abstract class BesideRows extends GeneratedSuite {

    private static final Protection[] BYTES = {HASHED, REVEALED, COVERED, ENCRYPTED, CLIENT};

    BesideRows(TestDatabase server) {
        super("Annotations beside", server);
        columns();
        types();
        keys();
        values();
        validation();
    }

    private void columns() {
        beside("`@Column` with a quoted name and a length", "quoted", Outcomes.works());
        beside("`@Column(unique = true)`", "unique", Outcomes.works().refused("FV-138", ENCRYPTED));
        constant("`@Column(updatable = false)`", "notUpdated");
        beside("`@ColumnDefault`", "columnDefault", Outcomes.works());
        beside("`@Comment`", "comment", Outcomes.works());
        beside("`@Check`", "check", Outcomes.works().refused("FV-126", BYTES));
        beside("`@Formula`", "formula", Outcomes.works().refused("FV-114"));
        beside("`@ColumnTransformer`", "transformed", Outcomes.works().refused("FV-115"));
        generated("`@GeneratedColumn`", "generatedColumn");
        generated("`@Generated`, `@ColumnDefault`", "generated");
        beside("`@Transient`", "notPersistent", Outcomes.works().refused("FV-105"));
    }

    private void types() {
        beside("`@Basic(fetch = LAZY)`, class not enhanced", "lazy", Outcomes.works());
        lob();
        beside("`@Nationalized`", "nationalized", Outcomes.works());
        beside("`@Convert`", "converted", Outcomes.works().refused("FV-116", BYTES));
        beside("`@JdbcTypeCode` for text", "jdbcTypeCode", Outcomes.works().refused("FV-116", BYTES));
        line(
                "`@Enumerated`",
                Beside.type("enumerated"),
                Beside.annotations("enumerated"),
                Samples.of(ValueTypeRows.Grade.HIGH, ValueTypeRows.Grade.MIDDLE),
                Outcomes.works()
                        .refused("FV-108", HASHED, REVEALED, COVERED, CLIENT)
                        .refused("FV-116", ENCRYPTED));
        line(
                "`@Temporal`",
                Beside.type("temporal"),
                Beside.annotations("temporal"),
                Samples.of(new Date(490_000_000_000L), new Date(490_040_000_000L)),
                Outcomes.works()
                        .refused("FV-108", HASHED, REVEALED, COVERED, CLIENT)
                        .refused("FV-116", ENCRYPTED));
        line(
                "`@TimeZoneStorage(COLUMN)`",
                Beside.type("zoned"),
                Beside.annotations("zoned"),
                Samples.of(
                        OffsetDateTime.parse("1985-07-13T17:45:12+02:00"),
                        OffsetDateTime.parse("1985-07-14T17:45:12+02:00")),
                Outcomes.works().refused("FV-105"));
    }

    /** PostgreSQL keeps a large object elsewhere, and a number in the column. */
    private void lob() {
        if (server != TestDatabase.POSTGRESQL) {
            beside("`@Lob`", "lob", Outcomes.works());
            return;
        }
        proven(
                "`@Lob`",
                String.class,
                Beside.annotations("lob"),
                Samples.TEXT,
                Outcomes.works().refused("FV-151", BYTES).limited("a new large object with each update", MASKED),
                (jpa, shape) -> proveRead(jpa, shape, shape.create(MASKED, "Ann Dakota 4711"), "Ann Dakota 4711"));
    }

    private void keys() {
        beside("`@Id`", "id", Outcomes.works().refused("FV-103"));
        line(
                "`@Version`",
                int.class,
                Beside.annotations("version"),
                Samples.of(1, 2).primitive(),
                Outcomes.works().refused("FV-103"));
        beside("`@NaturalId`", "naturalId", Outcomes.works().refused("FV-122", COVERED, MASKED, ENCRYPTED));
        beside("`@TenantId`", "tenant", Outcomes.works().refused("FV-103"));
    }

    private void values() {
        beside("`@OptimisticLock(excluded = true)`", "excluded", Outcomes.works());
        constant("`@Immutable`", "immutable");
        beside("`@Mutability`", "mutability", Outcomes.works());
    }

    private void validation() {
        line(
                "`@NotNull`, `@Size`, `@Pattern`",
                String.class,
                Beside.annotations("constrained"),
                Samples.TEXT.primitive(),
                Outcomes.works());
    }

    private void beside(String name, String field, Outcomes outcomes) {
        line(name, String.class, Beside.annotations(field), Samples.TEXT, outcomes);
    }

    /** What is written once: a later change is dropped, as without Fieldveil. */
    private void constant(String name, String field) {
        line(name, String.class, Beside.annotations(field), Samples.TEXT.constant(), Outcomes.works());
    }

    /** What the database makes is read like any other, where it can be made at all. */
    private void generated(String name, String field) {
        proven(
                name,
                String.class,
                Beside.annotations(field),
                Samples.TEXT,
                Outcomes.works().refused("FV-137", BYTES),
                BesideRows::proveGenerated);
    }

    private static void proveGenerated(JpaFixture jpa, Shape shape) {
        proveRead(jpa, shape, FieldShape.make(shape.entity()), "made by the database");
    }

    private static void proveRead(JpaFixture jpa, Shape shape, Object entity, String value) {
        Object id = as(VIEWER, jpa, session -> {
            session.persist(entity);
            return session.getIdentifier(entity);
        });
        Object viewed = as(VIEWER, jpa, session -> read(session, shape, id));
        Object granted = as(ADMIN, jpa, session -> read(session, shape, id));
        assertThat(viewed).asString().contains("•");
        assertThat(granted).isEqualTo(value);
    }

    private static Object read(Session session, Shape shape, Object id) {
        return requireNonNull(shape.read(session.find(shape.entity(), id), MASKED));
    }
}
