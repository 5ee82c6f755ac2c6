package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.shows;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Hibernate;

/** What a query returns: the attribute, alone and in company, and the entity that has it. */
final class HqlSelectRows {

    private static final String ENDING = " from QueryRow q where q.note < 'c' order by q.note";

    record Pair(String note, String text) {}

    private HqlSelectRows() {}

    static void addTo(QueryRowsSuite suite) {
        entities(suite);
        scalars(suite);
        holders(suite);
        distinct(suite);
        orders(suite);
    }

    private static Object second(Object result) {
        return ((Object[]) result)[1];
    }

    private static Object attribute(Object entity, Cell cell) {
        return Objects.requireNonNull(FieldShape.get(Hibernate.unproxy(entity), cell.attribute()));
    }

    private static QueryProof entity(String hql, String... notes) {
        return shows(
                (world, context, cell) -> world.list(context, hql, cell).stream()
                        .map(entity -> attribute(entity, cell))
                        .toList(),
                notes);
    }

    private static void entities(QueryRowsSuite suite) {
        suite.line(
                "the entity", Outcomes.works(), entity("from QueryRow q where q.note < 'c' order by q.note", "a", "b"));
        suite.line(
                "the entity, found by it",
                equality(),
                entity("from QueryRow q where q.{a} = :first order by q.note", "a", "c"));
        suite.line(
                "an association's entity",
                Outcomes.works(),
                entity("select q.parent from QueryRow q where q.note = 'b'", "a"));
        suite.line(
                "a collection's entities",
                Outcomes.works(),
                entity("select o from QueryRow q join q.children o where q.note = 'a'", "b"));
        suite.line(
                "the entity and the attribute",
                Outcomes.works(),
                shows("select q, q.{a}" + ENDING, HqlSelectRows::second, "a", "b"));
        suite.line("entities of a subclass", Outcomes.works(), entity("from SpecialQueryRow", "c"));
    }

    private static void scalars(QueryRowsSuite suite) {
        suite.line("the attribute", Outcomes.works(), shows("select q.{a}" + ENDING, "a", "b"));
        suite.line(
                "the attribute, found by it",
                equality(),
                shows("select q.{a} from QueryRow q where q.{a} = :first order by q.note", "a", "c"));
        suite.line(
                "the attribute and others, as `Object[]`",
                Outcomes.works(),
                shows("select q.note, q.{a}" + ENDING, HqlSelectRows::second, "a", "b"));
        suite.line(
                "the attribute twice",
                Outcomes.works(),
                shows("select q.{a}, q.{a}" + ENDING, HqlSelectRows::second, "a", "b"));
        suite.line(
                "the attribute of an association",
                Outcomes.works(),
                shows("select q.parent.{a} from QueryRow q where q.note in ('b', 'c') order by q.note", "a", "b"));
        suite.line(
                "`treat(… as …)` selected",
                value(),
                shows("select treat(q as SpecialQueryRow).{a} from QueryRow q where q.note = 'c'", "c"));
    }

    private static void holders(QueryRowsSuite suite) {
        suite.line(
                "`select new` a record",
                Outcomes.works(),
                shows(
                        "select new io.fieldveil.hibernate.matrix.HqlSelectRows$Pair(q.note, q.{a})" + ENDING,
                        result -> ((Pair) result).text(),
                        "a",
                        "b"));
        suite.line(
                "a record as the result's type",
                Outcomes.works(),
                shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> session
                                        .createSelectionQuery(
                                                QueryWorld.text("select q.note, q.{a}" + ENDING, cell), Pair.class)
                                        .getResultList()
                                        .stream()
                                        .map(Pair::text)
                                        .toList()),
                        "a",
                        "b"));
        suite.line(
                "`select new map`",
                Outcomes.works(),
                shows(
                        "select new map(q.note as n, q.{a} as v)" + ENDING,
                        result -> Objects.requireNonNull(((Map<?, ?>) result).get("v")),
                        "a",
                        "b"));
        suite.line(
                "`select new list`",
                Outcomes.works(),
                shows(
                        "select new list(q.note, q.{a})" + ENDING,
                        result -> Objects.requireNonNull(((List<?>) result).get(1)),
                        "a",
                        "b"));
        suite.line(
                "`Tuple`",
                Outcomes.works(),
                shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> session
                                        .createSelectionQuery(
                                                QueryWorld.text("select q.note as n, q.{a} as v" + ENDING, cell),
                                                Tuple.class)
                                        .getResultList()
                                        .stream()
                                        .map(tuple -> tuple.get("v"))
                                        .toList()),
                        "a",
                        "b"));
        suite.line(
                "`setTupleTransformer`",
                Outcomes.works(),
                shows(
                        (world, context, cell) -> world.as(
                                context,
                                session -> session.createQuery(
                                                QueryWorld.text("select q.note, q.{a}" + ENDING, cell), Object.class)
                                        .setTupleTransformer((tuple, aliases) -> tuple[1])
                                        .getResultList()),
                        "a",
                        "b"));
    }

    private static void distinct(QueryRowsSuite suite) {
        suite.line("`select distinct`", equality(), (world, cell) -> {
            assertThat(world.list(MatrixSuite.ADMIN, "select distinct q.{a} from QueryRow q", cell))
                    .hasSize(3);
            shows("select distinct q.{a} from QueryRow q where q.{a} = :first", "a")
                    .of(world, cell);
        });
        suite.line(
                "`select distinct` the entity",
                Outcomes.works(),
                entity(
                        "select distinct q from QueryRow q join q.labels l where q.note < 'c' order by q.note",
                        "a",
                        "b"));
        suite.line(
                "a sub-query that selects it, selected",
                value(),
                QueryProofs.computes(
                        "select (select o.{a} from QueryRow o where o.id = q.id) from QueryRow q where q.note = 'a'",
                        QueryWorld.ANN));
    }

    private static void orders(QueryRowsSuite suite) {
        suite.line(
                "`order by`",
                value(),
                QueryProofs.finds(
                        "select q.note from QueryRow q where q.note < 'd' order by q.{a} desc, q.note", "b", "a", "c"));
        suite.line(
                "`order by … nulls first`",
                value(),
                QueryProofs.finds(
                        "select q.note from QueryRow q order by q.{a} nulls first, q.note", "d", "a", "c", "b"));
        suite.line(
                "`order by` its alias or position",
                value(),
                QueryProofs.computes(
                        "select q.{a} as v from QueryRow q where q.note < 'c' order by v desc",
                        QueryWorld.BOB,
                        QueryWorld.ANN));
        String entities = "select q from QueryRow q where q.note < 'c' order by q.{a} desc";
        suite.line(
                "the entity, `order by` it",
                value(),
                QueryProofs.grants(
                        (world, context, cell) -> world.list(context, entities, cell).stream()
                                .map(row -> ((QueryRow) row).note())
                                .toList(),
                        "b",
                        "a"));
        suite.line(
                "`order by case when … =`",
                equality(),
                QueryProofs.finds(
                        "select q.note from QueryRow q where q.note < 'c' order by case when q.{a} = :first then 1 else 0 end",
                        "b",
                        "a"));
    }
}
