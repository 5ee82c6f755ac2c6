package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.presence;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.textual;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;

/** Predicates over an attribute of the row itself. */
final class HqlFilterRows {

    private HqlFilterRows() {}

    static void addTo(QueryRowsSuite suite) {
        equalities(suite);
        lists(suite);
        presences(suite);
        texts(suite);
        ranges(suite);
        parameters(suite);
    }

    /** Finds the names of rows, in their order. */
    private static QueryProof where(String predicate, Object... notes) {
        return finds("select q.note from QueryRow q where " + predicate + " order by q.note", notes);
    }

    private static void equalities(QueryRowsSuite suite) {
        suite.line("`=` a parameter", equality(), where("q.{a} = :first", "a", "c"));
        suite.line("`=` a literal", equality(), where("q.{a} = {first}", "a", "c"));
        suite.line("a parameter or literal `=` it", equality(), where(":first = q.{a} or {first} = q.{a}", "a", "c"));
        suite.line("`<>`", equality(), where("q.{a} <> :first", "b"));
        suite.line("`not`, `and`, `or` of equalities", equality(), where("not (q.{a} = :first or q.{a} is null)", "b"));
        suite.line("`is distinct from`", equality(), where("q.{a} is distinct from :first", "b", "d"));
        suite.line("`is not distinct from`", equality(), where("q.{a} is not distinct from :first", "a", "c"));
        suite.line("`=` a row value", value(), where("(q.{a}, q.note) = (:first, 'c')", "c"));
        suite.line(
                "`case when … = … then …` in a predicate",
                equality(),
                where("case when q.{a} = :first then 1 else 0 end = 1", "a", "c"));
    }

    private static void lists(QueryRowsSuite suite) {
        suite.line("`in (:a, :b)`", equality(), where("q.{a} in (:first, :second)", "a", "b", "c"));
        suite.line("`in` literals", equality(), where("q.{a} in ({first}, {second})", "a", "b", "c"));
        suite.line("`in :list`", equality(), where("q.{a} in :values", "a", "b", "c"));
        suite.line("`not in`", equality(), where("q.{a} not in (:first)", "b"));
        suite.line("`in` row values", value(), where("(q.{a}, q.note) in ((:first, 'a'), (:second, 'a'))", "a"));
    }

    private static void presences(QueryRowsSuite suite) {
        suite.line("`is null`", presence(), where("q.{a} is null", "d"));
        suite.line("`is not null`", presence(), where("q.{a} is not null", "a", "b", "c"));
    }

    private static void texts(QueryRowsSuite suite) {
        suite.line("`like`", textual(), where("q.{a} like 'Ann%'", "a", "c"));
        suite.line("`not like`", textual(), where("q.{a} not like 'Ann%'", "b"));
        suite.line("`ilike`", textual(), where("q.{a} ilike 'ann%'", "a", "c"));
        suite.line("`like … escape`", textual(), where("q.{a} like '%4711' escape '!'", "a", "c"));
        suite.line("`like regexp`", textual(), where("q.{a} like regexp '^Ann.*'", "a", "c"));
    }

    private static void ranges(QueryRowsSuite suite) {
        suite.line("`<`", value(), where("q.{a} < :second", "a", "c"));
        suite.line("`>`", value(), where("q.{a} > :first", "b"));
        suite.line("`<=`, `>=`", value(), where("q.{a} <= :first and q.{a} >= :first", "a", "c"));
        suite.line("`between`", value(), where("q.{a} between :first and :second", "a", "b", "c"));
        suite.line("`not between`", value(), where("q.{a} not between :first and :first", "b"));
        suite.line("a constant `between` two attributes", value(), where(":first between q.{a} and q.{a}", "a", "c"));
    }

    private static void parameters(QueryRowsSuite suite) {
        suite.line(
                "one parameter for it and another attribute",
                equality()
                        .refused(
                                "FV-306",
                                Protection.HASHED,
                                Protection.REVEALED,
                                Protection.COVERED,
                                Protection.CLIENT),
                where("q.{a} = :first or q.note = :first", "a", "c"));
    }
}
