package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.CriteriaQueries.shaped;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.presence;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;
import static io.fieldveil.hibernate.matrix.QueryProofs.shows;

import io.fieldveil.hibernate.matrix.CriteriaQueries.Shape;
import io.fieldveil.hibernate.matrix.HqlSelectRows.Pair;
import jakarta.persistence.Tuple;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;

/** What criteria queries select, order and group by. */
final class CriteriaSelectRows {

    private CriteriaSelectRows() {}

    static void addTo(QueryRowsSuite suite) {
        selections(suite);
        aggregates(suite);
    }

    /** A selection from the first two rows. */
    private static <T> QueryProof selected(Class<T> result, Shape<T> shape, Function<T, Object> item) {
        var asking =
                shaped(result, (HibernateCriteriaBuilder b, JpaCriteriaQuery<T> c, JpaRoot<QueryRow> q, Cell cell) -> {
                    shape.of(b, c, q, cell);
                    c.where(b.lessThan(q.<String>get("note"), "c")).orderBy(b.asc(q.get("note")));
                });
        return (world, cell) -> shows(
                        (asked, context, asker) -> asking.of(asked, context, asker).stream()
                                .map(result::cast)
                                .map(item)
                                .toList(),
                        "a",
                        "b")
                .of(world, cell);
    }

    private static void selections(QueryRowsSuite suite) {
        suite.line(
                "`select` the entity",
                Outcomes.works(),
                (world, cell) -> selected(
                                QueryRow.class,
                                (b, c, q, asker) -> c.select(q),
                                row -> Objects.requireNonNull(FieldShape.get(row, cell.attribute())))
                        .of(world, cell));
        suite.line(
                "`select` the attribute",
                Outcomes.works(),
                selected(String.class, (b, c, q, cell) -> c.select(q.get(cell.attribute())), text -> text));
        suite.line(
                "`tuple`",
                Outcomes.works(),
                selected(
                        Tuple.class,
                        (b, c, q, cell) -> c.select(b.tuple(q.get("note"), q.get(cell.attribute()))),
                        tuple -> tuple.get(1)));
        suite.line(
                "`array`",
                Outcomes.works(),
                selected(
                        Object[].class,
                        (b, c, q, cell) -> c.select(b.array(q.get("note"), q.get(cell.attribute()))),
                        array -> array[1]));
        suite.line(
                "`construct`",
                Outcomes.works(),
                selected(
                        Pair.class,
                        (b, c, q, cell) -> c.select(b.construct(Pair.class, q.get("note"), q.get(cell.attribute()))),
                        Pair::text));
        suite.line(
                "`distinct`",
                equality(),
                shows(
                        shaped(
                                String.class,
                                (b, c, q, cell) -> c.select(q.get(cell.attribute()))
                                        .distinct(true)
                                        .where(q.get("note").in("a", "c"))),
                        "a"));
        suite.line(
                "`orderBy`",
                value(),
                finds(
                        "order",
                        shaped(
                                String.class,
                                (b, c, q, cell) -> c.select(q.get("note"))
                                        .where(b.lessThan(q.<String>get("note"), "c"))
                                        .orderBy(b.desc(q.get(cell.attribute())))),
                        "b",
                        "a"));
    }

    private static void aggregates(QueryRowsSuite suite) {
        suite.line(
                "`groupBy`",
                equality(),
                finds(
                        "group",
                        shaped(
                                Long.class,
                                (b, c, q, cell) -> c.select(b.count(q))
                                        .where(b.lessThan(q.<String>get("note"), "d"))
                                        .groupBy(q.get(cell.attribute()))
                                        .orderBy(b.desc(b.count(q)))),
                        2L,
                        1L));
        suite.line(
                "`having`",
                equality(),
                finds(
                        "having",
                        shaped(
                                Long.class,
                                (b, c, q, cell) -> c.select(b.count(q))
                                        .groupBy(q.get(cell.attribute()))
                                        .having(b.equal(
                                                q.get(cell.attribute()),
                                                cell.protection().text(QueryWorld.ANN)))),
                        2L));
        suite.line(
                "`count`",
                presence(),
                finds("count", shaped(Long.class, (b, c, q, cell) -> c.select(b.count(q.get(cell.attribute())))), 3L));
        suite.line(
                "`countDistinct`",
                equality(),
                finds(
                        "count",
                        shaped(Long.class, (b, c, q, cell) -> c.select(b.countDistinct(q.get(cell.attribute())))),
                        2L));
        suite.line(
                "`greatest`, `least`",
                QueryOutcomes.textual(),
                QueryProofs.grants(
                        shaped(String.class, (b, c, q, cell) -> c.select(b.greatest(q.<String>get(cell.attribute())))),
                        QueryWorld.BOB));
    }
}
