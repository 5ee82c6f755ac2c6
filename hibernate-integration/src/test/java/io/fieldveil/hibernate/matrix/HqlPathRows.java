package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.presence;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.refusedBut;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;

/** Attributes of other rows, and predicates that reach them: joins, sub-queries, collections. */
final class HqlPathRows {

    private HqlPathRows() {}

    static void addTo(QueryRowsSuite suite) {
        joins(suite);
        subQueries(suite);
        collections(suite);
        others(suite);
    }

    private static void row(QueryRowsSuite suite, String name, Outcomes outcomes, String rest, Object... notes) {
        suite.line(name, outcomes, finds("select q.note from QueryRow q " + rest + " order by q.note", notes));
    }

    private static void joins(QueryRowsSuite suite) {
        row(
                suite,
                "`join` by `=` of two attributes",
                equality(),
                "join QueryRow o on o.{a} = q.{a} where o.note = 'a'",
                "a",
                "c");
        row(
                suite,
                "`left join` by `=` of two attributes",
                equality(),
                "left join QueryRow o on o.{a} = q.{a} and o.note = 'a' where o.note is null",
                "b",
                "d");
        row(
                suite,
                "`cross join` with `=` of two attributes",
                equality(),
                "cross join QueryRow o where o.{a} = q.{a} and o.note = 'a'",
                "a",
                "c");
        row(suite, "a condition of a `join`", equality(), "join q.parent p on p.{a} = :first", "b");
        row(suite, "a path through an association", equality(), "where q.parent.{a} = :first", "b");
        row(
                suite,
                "`=` an attribute without protection",
                refusedBut("FV-303", Protection.MASKED)
                        .limited(QueryOutcomes.PERMISSION, Protection.MASKED)
                        .refused("FV-301", Protection.ENCRYPTED),
                "where q.{a} = q.note");
    }

    private static void subQueries(QueryRowsSuite suite) {
        row(
                suite,
                "`in` a sub-query",
                equality(),
                "where q.{a} in (select o.{a} from QueryRow o where o.note = 'a')",
                "a",
                "c");
        row(
                suite,
                "`not in` a sub-query",
                equality(),
                "where q.{a} not in (select o.{a} from QueryRow o where o.note = 'a')",
                "b");
        row(
                suite,
                "`=` a sub-query",
                equality(),
                "where q.{a} = (select o.{a} from QueryRow o where o.note = 'a')",
                "a",
                "c");
        row(
                suite,
                "`= any`, `= some` a sub-query",
                equality(),
                "where q.{a} = any (select o.{a} from QueryRow o where o.note = 'a')",
                "a",
                "c");
        row(
                suite,
                "`= all` a sub-query",
                equality(),
                "where q.{a} = all (select o.{a} from QueryRow o where o.note in ('a', 'c'))",
                "a",
                "c");
        row(
                suite,
                "`exists` a sub-query with an equality",
                equality(),
                "where exists (select 1 from QueryRow o where o.{a} = q.{a} and o.note = 'a')",
                "a",
                "c");
        row(
                suite,
                "`exists` a sub-query that selects it",
                presence(),
                "where exists (select o.{a} from QueryRow o where o.{a} is not null and o.parent = q)",
                "a",
                "b");
    }

    private static void collections(QueryRowsSuite suite) {
        row(suite, "`join` a collection", equality(), "join q.children o where o.{a} = :first", "b");
        row(suite, "`element(…)` of a collection", equality(), "join q.children o where element(o).{a} = :first", "b");
        row(
                suite,
                "`size`, `is empty`, `member of` beside an equality",
                equality(),
                "where q.{a} = :first and size(q.children) = 1 and q.children is not empty"
                        + " and 'label of a' member of q.labels",
                "a");
        row(
                suite,
                "`in` a sub-query over a collection",
                equality(),
                "where :first in (select o.{a} from q.children o)",
                "b");
    }

    private static void others(QueryRowsSuite suite) {
        row(
                suite,
                "`type(…)` beside an equality",
                equality(),
                "where q.{a} = :first and type(q) = SpecialQueryRow",
                "c");
        row(suite, "`treat(… as …)`", equality(), "where treat(q as SpecialQueryRow).{a} = :first", "c");
        row(
                suite,
                "`id(…)`, `version(…)`, `fk(…)` beside an equality",
                equality(),
                "where q.{a} = :first and id(q) > 0 and version(q) >= 0 and fk(q.parent) is not null",
                "c");
    }
}
