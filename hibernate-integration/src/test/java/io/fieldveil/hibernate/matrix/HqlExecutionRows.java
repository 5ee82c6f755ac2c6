package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.MatrixSuite.ADMIN;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;
import static io.fieldveil.hibernate.matrix.QueryProofs.shows;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQueryReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.KeyedPage;
import org.hibernate.query.Order;
import org.hibernate.query.Page;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Ways to run a query and to take its results. */
final class HqlExecutionRows {

    private static final String NOTES = "select q.note from QueryRow q where q.{a} = :first order by q.note";
    private static final String VALUES = "select q.{a} from QueryRow q where q.note < 'c' order by q.note";

    private HqlExecutionRows() {}

    static void addTo(QueryRowsSuite suite) {
        results(suite);
        pages(suite);
        caches(suite);
        sessions(suite);
    }

    private static QueryProofs.Asking taken(String hql, Function<SelectionQuery<Object>, List<?>> taking) {
        return (world, context, cell) ->
                world.<List<?>>as(context, session -> taking.apply(QueryWorld.query(session, hql, cell)));
    }

    private static List<Object> scrolled(SelectionQuery<Object> query) {
        var seen = new ArrayList<>();
        try (var scroll = query.scroll()) {
            while (scroll.next()) {
                seen.add(scroll.get());
            }
        }
        return seen;
    }

    private static void results(QueryRowsSuite suite) {
        suite.line(
                "`getResultStream`, filtered by it",
                equality(),
                finds(NOTES, taken(NOTES, query -> query.getResultStream().toList()), "a", "c"));
        suite.line(
                "`getResultStream`, selecting it",
                Outcomes.works(),
                shows(taken(VALUES, query -> query.getResultStream().toList()), "a", "b"));
        suite.line(
                "`scroll`, filtered by it",
                equality(),
                finds(NOTES, taken(NOTES, HqlExecutionRows::scrolled), "a", "c"));
        suite.line(
                "`scroll`, selecting it", Outcomes.works(), shows(taken(VALUES, HqlExecutionRows::scrolled), "a", "b"));
        suite.line(
                "`getResultCount`",
                equality(),
                finds(NOTES, taken(NOTES, query -> List.of(query.getResultCount())), 2L));
        suite.line(
                "a lock (`PESSIMISTIC_WRITE`)",
                equality(),
                finds(
                        NOTES,
                        (world, context, cell) -> world.as(
                                context,
                                session -> session
                                        .createSelectionQuery(
                                                QueryWorld.text(
                                                        "from QueryRow q where q.{a} = {first} order by q.note", cell),
                                                QueryRow.class)
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getResultList()
                                        .stream()
                                        .map(QueryRow::note)
                                        .toList()),
                        "a",
                        "c"));
    }

    private static void pages(QueryRowsSuite suite) {
        suite.line(
                "`setFirstResult`, `setMaxResults`",
                equality(),
                finds(
                        NOTES,
                        taken(
                                NOTES,
                                query ->
                                        query.setFirstResult(1).setMaxResults(1).getResultList()),
                        "c"));
        suite.line("`limit`, `offset`", equality(), finds(NOTES + " limit 1 offset 1", "c"));
        suite.line(
                "`setPage`",
                equality(),
                finds(
                        NOTES,
                        taken(NOTES, query -> query.setPage(Page.page(1, 1)).getResultList()),
                        "c"));
        suite.line(
                "keyed pages, filtered by it",
                equality(),
                finds(
                        NOTES,
                        (world, context, cell) -> world.as(
                                context,
                                session -> keyed(
                                        session,
                                        QueryWorld.text("from QueryRow q where q.{a} = {first}", cell),
                                        "note")),
                        "a",
                        "c"));
        suite.line(
                "keyed pages in its order",
                value(),
                QueryProofs.grants(
                        (world, context, cell) -> world.as(
                                context,
                                session -> keyed(session, "from QueryRow q where q.note < 'c'", cell.attribute())),
                        "a",
                        "b"));
    }

    private static List<@Nullable String> keyed(Session session, String hql, String key) {
        var seen = new ArrayList<@Nullable String>();
        KeyedPage<QueryRow> page = Page.first(1).keyedBy(Order.asc(QueryRow.class, key));
        for (int i = 0; i < 9 && page != null; i++) {
            var result = session.createSelectionQuery(hql, QueryRow.class).getKeyedResultList(page);
            if (result.getResultList().isEmpty()) {
                break;
            }
            result.getResultList().forEach(row -> seen.add(row.note()));
            page = result.getNextPage();
        }
        return seen;
    }

    private static void caches(QueryRowsSuite suite) {
        suite.line(
                "query cache, filtered by it",
                equality(),
                finds(NOTES, taken(NOTES, query -> query.setCacheable(true).getResultList()), "a", "c"));
        suite.line("query cache, selecting it", Outcomes.works(), (world, cell) -> {
            shows(taken(VALUES, query -> query.setCacheable(true).getResultList()), "a", "b")
                    .of(world, cell);
            world.jpa().statements().clear();
            world.as(
                    ADMIN,
                    session -> QueryWorld.query(session, VALUES, cell)
                            .setCacheable(true)
                            .getResultList());
            assertThat(world.jpa().statements().executions())
                    .as("answered by the cache")
                    .noneMatch(execution -> execution.sql().contains("order by"));
        });
    }

    private static void sessions(QueryRowsSuite suite) {
        suite.line(
                "a named query",
                equality(),
                finds(
                        NOTES,
                        (world, context, cell) -> {
                            String name = "of " + cell.attribute();
                            world.as(ADMIN, session -> {
                                world.jpa()
                                        .sessionFactory()
                                        .addNamedQuery(
                                                name, session.createQuery(QueryWorld.text(NOTES, cell), String.class));
                                return name;
                            });
                            return world.as(
                                    context,
                                    session -> session.createNamedQuery(name, String.class)
                                            .setParameter(
                                                    "first", cell.protection().text(QueryWorld.ANN))
                                            .getResultList());
                        },
                        "a",
                        "c"));
        suite.line(
                "`@NamedQuery`, by its reference",
                equality(),
                finds(
                        NOTES,
                        (world, context, cell) -> world.as(
                                context,
                                session -> session.createQuery(named(session.getSessionFactory(), cell))
                                        .setParameter("first", cell.protection().text(QueryWorld.ANN))
                                        .getResultList()),
                        "a",
                        "c"));
        suite.line("a `StatelessSession`, filtered by it", equality(), finds(NOTES, stateless(NOTES), "a", "c"));
        suite.line("a `StatelessSession`, selecting it", Outcomes.works(), shows(stateless(VALUES), "a", "b"));
    }

    private static TypedQueryReference<String> named(SessionFactory factory, Cell cell) {
        return requireNonNull(factory.getNamedQueries(String.class).get("of " + cell.attribute() + " by its name"));
    }

    private static QueryProofs.Asking stateless(String hql) {
        return (world, context, cell) -> world.as(
                context,
                ignored -> world.jpa().sessionFactory().fromStatelessTransaction(session -> {
                    var query = session.createSelectionQuery(QueryWorld.text(hql, cell), Object.class);
                    QueryWorld.bind(query, hql, cell);
                    return query.getResultList();
                }));
    }
}
