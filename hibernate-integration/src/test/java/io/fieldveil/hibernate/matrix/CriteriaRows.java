package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.PERMISSION;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.presence;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.textual;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;

import io.fieldveil.hibernate.matrix.CriteriaQueries.Filter;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.List;
import java.util.function.Function;
import org.hibernate.query.Order;
import org.hibernate.query.range.Range;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.specification.SelectionSpecification;

/** What queries that are built by code may do with a protected attribute. */
abstract class CriteriaRows extends QueryRowsSuite {

    CriteriaRows(TestDatabase server) {
        super("Queries: criteria", server);
        filters();
        expressions();
        subQueries();
        CriteriaSelectRows.addTo(this);
        bulk();
        specifications();
    }

    private void where(String name, Outcomes outcomes, Filter filter, Object... notes) {
        line(name, outcomes, finds(name, CriteriaQueries.notes(filter), notes));
    }

    private void filters() {
        where("`equal`", equality(), (b, c, q, cell) -> b.equal(q.get(cell.attribute()), first(cell)), "a", "c");
        where("`notEqual`", equality(), (b, c, q, cell) -> b.notEqual(q.get(cell.attribute()), first(cell)), "b");
        where(
                "`equal` to a `literal`",
                equality(),
                (b, c, q, cell) -> b.equal(b.literal(first(cell)), q.get(cell.attribute())),
                "a",
                "c");
        where(
                "`in`",
                equality(),
                (b, c, q, cell) -> q.get(cell.attribute()).in(first(cell), second(cell)),
                "a",
                "b",
                "c");
        where(
                "`not(in)`",
                equality(),
                (b, c, q, cell) -> b.not(q.get(cell.attribute()).in(List.of(first(cell)))),
                "b");
        where("`isNull`, `isNotNull`", presence(), (b, c, q, cell) -> b.isNull(q.get(cell.attribute())), "d");
        where("`like`", textual(), (b, c, q, cell) -> b.like(q.get(cell.attribute()), "Ann%"), "a", "c");
        where("`ilike`", textual(), (b, c, q, cell) -> b.ilike(q.get(cell.attribute()), "ann%"), "a", "c");
        where(
                "`greaterThan`, `lessThan`",
                value(),
                (b, c, q, cell) -> b.greaterThan(q.<String>get(cell.attribute()), first(cell)),
                "b");
        where(
                "`between`",
                value(),
                (b, c, q, cell) -> b.between(q.<String>get(cell.attribute()), first(cell), first(cell)),
                "a",
                "c");
        where(
                "`distinctFrom`",
                equality(),
                (b, c, q, cell) -> b.distinctFrom(q.get(cell.attribute()), first(cell)),
                "b",
                "d");
        where(
                "`equal` in a `join`",
                equality(),
                (b, c, q, cell) -> b.equal(q.join("parent").get(cell.attribute()), first(cell)),
                "b");
    }

    private static String first(Cell cell) {
        return cell.protection().text(QueryWorld.ANN);
    }

    private static String second(Cell cell) {
        return cell.protection().text(QueryWorld.BOB);
    }

    private void expressions() {
        where(
                "`upper`, `lower`",
                textual(),
                (b, c, q, cell) -> b.equal(b.upper(q.get(cell.attribute())), "ANN DAKOTA 4711"),
                "a",
                "c");
        where(
                "`concat`",
                value(),
                (b, c, q, cell) -> b.equal(b.concat(q.get(cell.attribute()), ""), QueryWorld.ANN),
                "a",
                "c");
        where(
                "`coalesce`",
                value(),
                (b, c, q, cell) -> b.equal(b.coalesce(q.get(cell.attribute()), "none"), "none"),
                "d");
        where(
                "`selectCase` over an equality",
                equality(),
                (b, c, q, cell) -> b.equal(
                        b.<Integer>selectCase()
                                .when(b.equal(q.get(cell.attribute()), first(cell)), 1)
                                .otherwise(0),
                        1),
                "a",
                "c");
    }

    private void subQueries() {
        where(
                "`in` a `subquery`",
                equality(),
                (b, c, q, cell) -> {
                    var sub = c.subquery(String.class);
                    var o = sub.from(QueryRow.class);
                    sub.select(o.get(cell.attribute())).where(b.equal(o.get("note"), "a"));
                    return q.get(cell.attribute()).in(sub);
                },
                "a",
                "c");
        where(
                "`exists` a `subquery`",
                equality(),
                (b, c, q, cell) -> {
                    var sub = c.subquery(Integer.class);
                    var o = sub.from(QueryRow.class);
                    sub.select(b.literal(1))
                            .where(
                                    b.equal(o.get(cell.attribute()), q.get(cell.attribute())),
                                    b.equal(o.get("note"), "a"));
                    return b.exists(sub);
                },
                "a",
                "c");
    }

    private void bulk() {
        line(
                "`createCriteriaUpdate`, `set`",
                Outcomes.works().limited(PERMISSION, COVERED, MASKED, ENCRYPTED),
                new BulkProof(
                        (world, context, cell) -> world.as(context, session -> {
                            var update = session.getCriteriaBuilder().createCriteriaUpdate(QueryRow.class);
                            var q = update.from(QueryRow.class);
                            update.set(q.<String>get(cell.attribute()), second(cell));
                            update.where(session.getCriteriaBuilder().equal(q.get("note"), "a"));
                            return session.createMutationQuery(update).executeUpdate();
                        }),
                        1,
                        "a",
                        QueryWorld.BOB));
        line("`createCriteriaDelete` where it is equal", equality(), (world, cell) -> {
            finds(
                            "delete",
                            (asked, context, asker) -> {
                                asked.fill();
                                return List.of(asked.<Integer>as(context, session -> {
                                    var delete =
                                            session.getCriteriaBuilder().createCriteriaDelete(SpecialQueryRow.class);
                                    var q = delete.from(SpecialQueryRow.class);
                                    delete.where(
                                            session.getCriteriaBuilder().equal(q.get(asker.attribute()), first(asker)));
                                    return session.createMutationQuery(delete).executeUpdate();
                                }));
                            },
                            1)
                    .of(world, cell);
            world.fill();
        });
        line(
                "`createCriteriaInsertValues`",
                Outcomes.works(),
                new BulkProof(
                        (world, context, cell) -> world.as(context, session -> {
                            var b = session.getCriteriaBuilder();
                            var insert = b.createCriteriaInsertValues(QueryRow.class);
                            insert.setInsertionTargetPaths(
                                    insert.getTarget().get("version"),
                                    insert.getTarget().get("note"),
                                    insert.getTarget().get(cell.attribute()));
                            insert.values(b.values(b.value(0), b.value("n"), b.value(second(cell))));
                            return session.createMutationQuery(insert).executeUpdate();
                        }),
                        1,
                        "n",
                        QueryWorld.BOB));
    }

    private void specifications() {
        line(
                "`Restriction` (`SelectionSpecification`), equal",
                equality(),
                finds(
                        "restriction",
                        specified(cell -> SelectionSpecification.create(QueryRow.class)
                                .restrict(Restriction.restrict(
                                        QueryRow.class, cell.attribute(), Range.singleValue(first(cell))))
                                .sort(Order.asc(QueryRow.class, "note"))),
                        "a",
                        "c"));
        line(
                "`Restriction`, prefix",
                textual(),
                finds(
                        "restriction",
                        specified(cell -> SelectionSpecification.create(QueryRow.class)
                                .restrict(Restriction.restrict(QueryRow.class, cell.attribute(), Range.prefix("Ann")))
                                .sort(Order.asc(QueryRow.class, "note"))),
                        "a",
                        "c"));
        line(
                "`Order` (`SelectionSpecification`)",
                value(),
                QueryProofs.grants(
                        specified(
                                cell -> SelectionSpecification.create(QueryRow.class, "from QueryRow where note < 'c'")
                                        .sort(Order.desc(QueryRow.class, cell.attribute()))),
                        "b",
                        "a"));
    }

    /** The names of the rows that a specification selects. */
    private static QueryProofs.Asking specified(Function<Cell, SelectionSpecification<QueryRow>> specification) {
        return (world, context, cell) -> world.as(
                context,
                session -> specification.apply(cell).createQuery(session).getResultList().stream()
                        .map(QueryRow::note)
                        .toList());
    }
}
