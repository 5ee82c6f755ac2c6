package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.PiiType;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.Fieldveil;
import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import io.fieldveil.marking.Markings;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Attributes that are unmarked and marked while the application runs. */
abstract class MarkingRows extends MatrixSuite {

    private static final AccessContext MARKER = AccessContext.of("marker", Markings.MARK_PII, "VIEW_PII");
    private static final String FIRST = "Ann Dakota 4711";
    private static final String SECOND = "Bob Montana 1147";

    @Entity(name = "Marked")
    @Cacheable
    static class Marked extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    /** The note names the row. */
    @Entity(name = "NamedValue")
    @Cacheable
    static class NamedValue {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Nullable
        String note;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-named")
        @Masked(by = "note")
        @Nullable
        String covered;

        @Masked(by = "note")
        @Nullable
        String masked;

        @Masked(by = "note", encryptedAtRest = true, domain = "matrix-named-encrypted")
        @Nullable
        String encrypted;
    }

    @Entity(name = "Unnamed")
    static class Unnamed extends Six.Base {
        @Id
        @GeneratedValue
        @Nullable
        Long id;
    }

    /** Nobody's data until somebody says so. */
    @Entity(name = "Later")
    static class Later {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @AutoHashed(value = PiiType.TEXT, domain = "matrix-later")
        @Masked(initiallyMarked = false)
        @Nullable
        String covered;

        @Masked(initiallyMarked = false)
        @Nullable
        String masked;

        @Masked(initiallyMarked = false, encryptedAtRest = true, domain = "matrix-later-encrypted")
        @Nullable
        String encrypted;
    }

    private @Nullable JpaFixture opened;

    MarkingRows(TestDatabase server) {
        super("Marking at run time", server);
    }

    @BeforeAll
    void open() {
        opened = describe(Marked.class, NamedValue.class, Unnamed.class, Later.class)
                .secondLevelCache()
                .open();
    }

    @AfterAll
    void close() throws SQLException {
        close(opened);
    }

    private JpaFixture jpa() {
        return Objects.requireNonNull(opened);
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        return Stream.of(
                row("unmarked: read by everyone", asToken(), this::unmarked),
                row(
                        "unmarked: changed and searched by everyone",
                        outcomes().limited("changed; FV-301", ENCRYPTED),
                        this::free),
                row("marked again", outcomes(), this::markedAgain),
                row(
                        "unmarked without `MARK_PII`",
                        outcomes().refused("FV-542", COVERED, MASKED, ENCRYPTED),
                        this::unpermitted),
                row("`initiallyMarked = false`, until marked", asToken(), this::later),
                row("`by`, unmarked for one name", asToken(), this::byName));
    }

    private static Outcomes asToken() {
        return outcomes().limited("read as a token", COVERED);
    }

    private static Outcomes outcomes() {
        return Outcomes.works().refused("FV-543", HASHED, REVEALED, CLIENT);
    }

    // ---- of an attribute -----------------------------------------------------------------------------------------

    private void unmarked(Cell cell) {
        Object id = persist(new Marked(), cell);
        Object held = column("Marked", cell, id);
        marking(MARKER, markings -> markings.unmark(Marked.class, cell.attribute()));
        try {
            assertReadByEveryone(Marked.class, id, cell);
            run(VIEWER, jpa(), session -> session.find(Marked.class, id).note = "touched");
            assertThat(column("Marked", cell, id)).isEqualTo(held);
        } finally {
            mark(cell);
        }
    }

    private void free(Cell cell) {
        Object id = persist(new Marked(), cell);
        marking(MARKER, markings -> markings.unmark(Marked.class, cell.attribute()));
        try {
            change(VIEWER, id, cell, SECOND);
            assertThat(read(cell.protection() == COVERED ? VIEWER : ADMIN, Marked.class, id, cell))
                    .isEqualTo(cell.protection() == COVERED ? token(cell, id) : SECOND);
            if (cell.protection() == ENCRYPTED) {
                Refusals.assertRefused("FV-301", () -> count(VIEWER, cell, SECOND));
            } else {
                assertThat(count(VIEWER, cell, SECOND)).isEqualTo(1);
            }
        } finally {
            mark(cell);
        }
    }

    private void markedAgain(Cell cell) {
        Object id = persist(new Marked(), cell);
        marking(MARKER, markings -> markings.unmark(Marked.class, cell.attribute()));
        mark(cell);
        assertCovered(Marked.class, id, cell);
        Refusals.assertRefused("FV-203", () -> change(VIEWER, id, cell, SECOND));
        if (cell.protection() == MASKED) {
            Refusals.assertRefused("FV-302", () -> count(VIEWER, cell, FIRST));
        }
    }

    private void later(Cell cell) {
        Class<?> entity = cell.refused() ? Unnamed.class : Later.class;
        marking(MARKER, markings -> markings.unmark(entity, cell.attribute()));
        Object id = persist(new Later(), cell);
        assertReadByEveryone(Later.class, id, cell);
        marking(MARKER, markings -> markings.mark(Later.class, cell.attribute()));
        assertCovered(Later.class, id, cell);
    }

    private void unpermitted(Cell cell) {
        marking(ADMIN, markings -> markings.unmark(Marked.class, cell.attribute()));
    }

    // ---- of a name -----------------------------------------------------------------------------------------------

    private void byName(Cell cell) {
        Class<?> entity = cell.refused() ? Unnamed.class : NamedValue.class;
        marking(MARKER, markings -> markings.unmark(entity, cell.attribute(), "colour"));
        try {
            Object colour = persist(named("colour"), cell);
            Object income = persist(named("income"), cell);
            assertReadByEveryone(NamedValue.class, colour, cell);
            assertCovered(NamedValue.class, income, cell);
            Refusals.assertRefused(
                    "FV-546",
                    () -> run(VIEWER, jpa(), session -> session.find(NamedValue.class, income).note = "colour"));
        } finally {
            marking(MARKER, markings -> markings.mark(entity, cell.attribute(), "colour"));
        }
    }

    private static NamedValue named(String name) {
        var made = new NamedValue();
        made.note = name;
        return made;
    }

    // ---- helpers -------------------------------------------------------------------------------------------------

    private void mark(Cell cell) {
        marking(MARKER, markings -> markings.mark(Marked.class, cell.attribute()));
    }

    private void marking(AccessContext context, Consumer<Markings> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            work.accept(Fieldveil.runtime(jpa().sessionFactory()).markings());
        }
    }

    private Object persist(Object entity, Cell cell) {
        return as(VIEWER, jpa(), session -> {
            session.createMutationQuery("delete from Marked").executeUpdate();
            FieldShape.set(entity, cell.attribute(), cell.protection().text(FIRST));
            session.persist(entity);
            return session.getIdentifier(entity);
        });
    }

    private void assertReadByEveryone(Class<?> entity, Object id, Cell cell) {
        for (AccessContext context : new AccessContext[] {ADMIN, VIEWER, AccessContext.nobody()}) {
            String shown = read(context, entity, id, cell);
            if (cell.protection() == COVERED) {
                assertThat(shown).startsWith(SealedValue.TOKEN_PREFIX);
            } else {
                assertThat(shown).isEqualTo(FIRST);
            }
        }
    }

    private void assertCovered(Class<?> entity, Object id, Cell cell) {
        assertThat(read(VIEWER, entity, id, cell)).contains("•").doesNotContain("Dakota");
        assertThat(read(ADMIN, entity, id, cell)).isEqualTo(FIRST);
    }

    private String read(AccessContext context, Class<?> entity, Object id, Cell cell) {
        return as(context, jpa(), session ->
                (String) Objects.requireNonNull(FieldShape.get(session.find(entity, id), cell.attribute())));
    }

    private void change(AccessContext context, Object id, Cell cell, String value) {
        run(context, jpa(), session -> FieldShape.set(session.find(Marked.class, id), cell.attribute(), value));
    }

    private long count(AccessContext context, Cell cell, String value) {
        return as(
                context,
                jpa(),
                session -> session.createSelectionQuery(
                                "select count(*) from Marked m where m." + cell.attribute() + " = :value", Long.class)
                        .setParameter("value", value)
                        .getSingleResult());
    }

    private String token(Cell cell, Object id) {
        return SealedValue.ofBytes((byte[]) column("Marked", cell, id)).token();
    }

    private Object column(String table, Cell cell, Object id) {
        return Objects.requireNonNull(
                jpa().rows("select " + cell.attribute() + " as held from " + table + " where id = ?", id)
                        .get(0)
                        .get("held"));
    }
}
