package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.handedOn;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.computes;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;
import static io.fieldveil.hibernate.matrix.QueryProofs.shows;

/** Derived tables, common table expressions and set operations, whose columns are no attributes any more. */
final class HqlShapeRows {

    private HqlShapeRows() {}

    static void addTo(QueryRowsSuite suite) {
        derived(suite);
        common(suite);
        sets(suite);
    }

    private static void derived(QueryRowsSuite suite) {
        suite.line(
                "a derived table, filtered within",
                equality(),
                finds(
                        "select d.n from (select q.note as n from QueryRow q where q.{a} = :first) d order by d.n",
                        "a",
                        "c"));
        suite.line(
                "a derived table that selects it, and compares outside",
                equality(),
                computes(
                        "select d.n from (select q.note as n, q.{a} as v from QueryRow q) d where d.v = :first order by d.n",
                        "a",
                        "c"));
        suite.line(
                "a derived table's column, selected",
                handedOn(),
                shows("select d.v from (select q.{a} as v from QueryRow q where q.note = 'a') d", "a"));
        suite.line(
                "`join lateral`",
                equality(),
                finds(
                        "select q.note from QueryRow q join lateral"
                                + " (select o.note as n from QueryRow o where o.{a} = q.{a} and o.note = 'a') d on true order by q.note",
                        "a",
                        "c"));
    }

    private static void common(QueryRowsSuite suite) {
        suite.line(
                "`with` (CTE), filtered within",
                equality(),
                finds(
                        "with d as (select q.note as n from QueryRow q where q.{a} = :first) select e.n from d e order by e.n",
                        "a",
                        "c"));
        suite.line(
                "`with` (CTE) that selects it, and compares outside",
                equality(),
                computes(
                        "with d as (select q.note as n, q.{a} as v from QueryRow q) select e.n from d e where e.v = :first order by e.n",
                        "a",
                        "c"));
        suite.line(
                "a CTE's column, selected",
                handedOn(),
                shows("with d as (select q.{a} as v from QueryRow q where q.note = 'a') select e.v from d e", "a"));
        suite.line(
                "a recursive CTE",
                equality(),
                finds(
                        "with d as (select q.id as i, q.note as n from QueryRow q where q.{a} = :first and q.parent is null"
                                + " union all select o.id as i, o.note as n from QueryRow o join d e on o.parent.id = e.i)"
                                + " select f.n from d f order by f.n",
                        "a",
                        "b",
                        "c"));
    }

    private static void sets(QueryRowsSuite suite) {
        suite.line(
                "`union` of filtered queries",
                equality(),
                finds(
                        "select d.n from (select q.note as n from QueryRow q where q.{a} = :first"
                                + " union select o.note as n from QueryRow o where o.{a} = :second) d order by d.n",
                        "a",
                        "b",
                        "c"));
        suite.line(
                "`union all` that selects it",
                value(),
                computes(
                        "select q.{a} from QueryRow q where q.note = 'a' union all select o.{a} from QueryRow o where o.note = 'c'",
                        QueryWorld.ANN,
                        QueryWorld.ANN));
        suite.line(
                "`intersect`, `except` that select it",
                value(),
                computes(
                        "select q.{a} from QueryRow q where q.note = 'a' intersect select o.{a} from QueryRow o where o.note = 'c'",
                        QueryWorld.ANN));
        suite.line(
                "a set operation in an `in` sub-query",
                value(),
                finds(
                        "select q.note from QueryRow q where q.{a} in (select o.{a} from QueryRow o where o.note = 'a'"
                                + " union select p.{a} from QueryRow p where p.note = 'c') order by q.note",
                        "a",
                        "c"));
    }
}
