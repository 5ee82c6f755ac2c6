package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.PERMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;

/** What SQL may do with a protected attribute: it works with what the columns hold. */
abstract class NativeRows extends ContentRowsSuite {

    NativeRows(TestDatabase server) {
        super("Queries: native and procedures", server);
        column();
        entity();
        mutation();
        jdbc();
    }

    @Override
    QueryWorld world(JpaFixture jpa) {
        return new ContentWorld(jpa);
    }

    private static Outcomes permitted() {
        return Outcomes.works().limited(PERMISSION, Protection.without(CLIENT).toArray(Protection[]::new));
    }

    private static String about(String sql, QueryWorld world, Cell cell) {
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
        line("`createNativeQuery` of a column", QueryOutcomes.stored(), (world, cell) -> {
            QueryProofs.Asking asking = (asked, context, asker) -> asked.as(
                    context,
                    session -> session.createNativeQuery(
                                    about("select content from {E} where note = 'a'", asked, asker), Object.class)
                            .getResultList());
            assertThat(QueryWorld.same(asking.results(world, ADMIN, cell).get(0), world.column(cell.protection(), "a")))
                    .isTrue();
            assertViewer(asking, world, cell);
        });
    }

    private void entity() {
        line("`createNativeQuery` of the entity", Outcomes.works(), (world, cell) -> {
            QueryProofs.Asking asking = (asked, context, asker) -> asked.as(
                    context,
                    session -> session
                            .createNativeQuery(
                                    about("select * from {E} where note = 'a'", asked, asker),
                                    asked.entity(asker.protection()))
                            .getResultList()
                            .stream()
                            .map(row -> Objects.requireNonNull(FieldShape.get(row, "content")))
                            .toList());
            assertThat(asking.results(world, ADMIN, cell))
                    .containsExactly(Objects.requireNonNull(world.reads(ADMIN, cell.protection(), "a")));
            assertThat(asking.results(world, VIEWER, cell))
                    .containsExactly(Objects.requireNonNull(world.reads(VIEWER, cell.protection(), "a")));
        });
    }

    private void mutation() {
        line("`createNativeMutationQuery`", permitted(), (world, cell) -> {
            QueryProofs.Asking asking = (asked, context, asker) -> List.of(asked.<Integer>as(
                    context,
                    session -> session.createNativeMutationQuery(
                                    about("update {E} set content = null where note = 'b'", asked, asker))
                            .executeUpdate()));
            assertThat(asking.results(world, ADMIN, cell)).containsExactly(1);
            assertThat(world.column(cell.protection(), "b")).isNull();
            assertViewer(asking, world, cell);
            world.fill();
        });
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
                    Object read = world.<Object>as(
                            VIEWER,
                            session -> first(session, about("select content from {E} where note = 'a'", world, cell)));
                    assertThat(QueryWorld.same(read, world.column(cell.protection(), "a")))
                            .isTrue();
                });
    }
}
