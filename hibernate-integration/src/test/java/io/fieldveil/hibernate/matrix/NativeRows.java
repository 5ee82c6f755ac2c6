package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.PERMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What SQL may do with a protected attribute: it works with what the columns hold. */
abstract class NativeRows extends ContentRowsSuite {

    static final String CONTENT = "select content from {E} where note = 'a'";
    static final String ENTITY = "select * from {E} where note = 'a'";

    NativeRows(TestDatabase server) {
        super("Queries: native and procedures", server);
        column();
        entity();
        ResultMappingRows.addTo(this);
        mutation();
        ProcedureRows.addTo(this);
        jdbc();
    }

    @Override
    QueryWorld world(JpaFixture jpa) {
        new Procedures(server, jpa).create();
        return new ContentWorld(jpa);
    }

    private static Outcomes permitted() {
        return Outcomes.works().limited(PERMISSION, Protection.without(CLIENT).toArray(Protection[]::new));
    }

    static String about(String sql, QueryWorld world, Cell cell) {
        return sql.replace("{E}", world.entity(cell.protection()).getSimpleName());
    }

    /** Whoever lacks the permission is refused; of what only the client can open, nobody is. */
    private static void assertViewer(QueryProofs.Asking asking, QueryWorld world, Cell cell) {
        if (cell.protection() == CLIENT) {
            assertThat(asking.results(world, VIEWER, cell)).hasSize(1);
        } else {
            Refusals.assertRefused("FV-307", () -> asking.of(world, VIEWER, cell));
        }
    }

    private void column() {
        line(
                "`createNativeQuery` of a column",
                QueryOutcomes.stored(),
                stored((world, context, cell) -> world.as(
                        context,
                        session -> session.createNativeQuery(about(CONTENT, world, cell), Object.class)
                                .getResultList())));
    }

    /** The result is what the column holds, for those who have the permission. */
    static QueryProof stored(QueryProofs.Asking asking) {
        return (world, cell) -> {
            assertThat(asking.results(world, ADMIN, cell)).hasSize(1);
            assertThat(QueryWorld.same(asking.results(world, ADMIN, cell).get(0), world.column(cell.protection(), "a")))
                    .isTrue();
            assertViewer(asking, world, cell);
        };
    }

    private void entity() {
        line(
                "`createNativeQuery` of the entity",
                Outcomes.works(),
                QueryProofs.shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> contents(session.createNativeQuery(
                                                about(ENTITY, world, cell), ContentWorld.entityOf(cell.protection()))
                                        .getResultList())),
                        "a"));
    }

    private void mutation() {
        writing("`createNativeMutationQuery` that sets it to null", permitted(), "content = null", "b", null);
        writing(
                "`createNativeMutationQuery` that sets it to a value",
                Outcomes.works().refused("FV-313").limited(PERMISSION, MASKED),
                "content = {value}",
                "b",
                QueryWorld.ANN);
        writing(
                "`createNativeMutationQuery` that sets another column",
                Outcomes.works(),
                "note = 'b2'",
                "b2",
                QueryWorld.BOB);
    }

    /** The statement changes the row {@code b}, which is looked at by its name afterwards. */
    private void writing(String name, Outcomes outcomes, String set, String note, @Nullable String value) {
        line(name, outcomes, (world, cell) -> {
            world.fill();
            var before = world.column(cell.protection(), "b");
            var refusedTo = cell.outcome().equals(new Outcome.Works()) ? null : VIEWER;
            if (refusedTo != null && !cell.refused()) {
                Refusals.assertRefused("FV-307", () -> execute(world, refusedTo, set, cell));
                assertThat(QueryWorld.same(world.column(cell.protection(), "b"), before))
                        .isTrue();
            }
            assertThat(execute(world, refusedTo == null ? VIEWER : ADMIN, set, cell))
                    .isEqualTo(1);
            assertThat(world.reads(ADMIN, cell.protection(), note))
                    .isEqualTo(
                            value == null
                                    ? null
                                    : cell.protection() == HASHED
                                            ? token(before)
                                            : cell.protection().text(value));
            world.fill();
        });
    }

    private static Object token(@Nullable Object column) {
        return SealedValue.ofBytes((byte[]) Objects.requireNonNull(column)).token();
    }

    private static int execute(QueryWorld world, AccessContext context, String set, Cell cell) {
        String sql = "update {E} set " + set.replace("{value}", "'" + first(cell) + "'") + " where note = 'b'";
        return world.<Integer>as(
                context,
                session -> session.createNativeMutationQuery(about(sql, world, cell))
                        .executeUpdate());
    }

    private static Object first(Session session, String sql) {
        return session.doReturningWork(connection -> {
            try (var statement = connection.createStatement();
                    var results = statement.executeQuery(sql)) {
                results.next();
                return results.getObject(1);
            }
        });
    }

    private void jdbc() {
        line(
                "`doWork`, `JdbcTemplate`",
                Outcomes.works()
                        .limited(
                                "as stored, not noticed",
                                Protection.without(CLIENT).toArray(Protection[]::new)),
                (world, cell) -> {
                    Object read = world.<Object>as(VIEWER, session -> first(session, about(CONTENT, world, cell)));
                    assertThat(QueryWorld.same(read, world.column(cell.protection(), "a")))
                            .isTrue();
                });
    }
}
