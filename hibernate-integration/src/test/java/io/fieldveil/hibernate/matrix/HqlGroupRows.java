package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.presence;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.textual;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.computes;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;
import static io.fieldveil.hibernate.matrix.QueryProofs.shows;

/** Groups, aggregates and windows. */
final class HqlGroupRows {

    private HqlGroupRows() {}

    static void addTo(QueryRowsSuite suite) {
        groups(suite);
        counts(suite);
        aggregates(suite);
        windows(suite);
    }

    private static void groups(QueryRowsSuite suite) {
        suite.line(
                "`group by`",
                equality(),
                finds(
                        "select count(*) from QueryRow q group by q.{a} order by count(*) desc, min(q.note)",
                        2L,
                        1L,
                        1L));
        suite.line(
                "`group by`, selected",
                equality(),
                shows("select q.{a} from QueryRow q group by q.{a} having count(*) > 1", "a"));
        suite.line(
                "`group by` with another attribute",
                equality(),
                finds("select count(*) from QueryRow q group by q.{a}, q.team.name having count(*) > 1", 2L));
        suite.line(
                "`having` an equality",
                equality(),
                finds("select count(*) from QueryRow q group by q.{a} having q.{a} = :first", 2L));
        suite.line(
                "`having count(distinct …)`",
                equality(),
                finds(
                        "select q.team.name from QueryRow q group by q.team.name having count(distinct q.{a}) = 1 order by 1",
                        "blue",
                        "red"));
        suite.line(
                "`group by` an expression",
                textual(),
                finds(
                        "select count(*) from QueryRow q where q.note < 'd' group by upper(q.{a}) having count(*) > 1",
                        2L));
    }

    private static void counts(QueryRowsSuite suite) {
        suite.line(
                "`count(*)` where it is equal",
                equality(),
                finds("select count(*) from QueryRow q where q.{a} = :first", 2L));
        suite.line("`count(…)`", presence(), finds("select count(q.{a}) from QueryRow q", 3L));
        suite.line("`count(distinct …)`", equality(), finds("select count(distinct q.{a}) from QueryRow q", 2L));
        suite.line(
                "`count(*) filter (where … =)`",
                equality(),
                computes("select count(*) filter (where q.{a} = :first) from QueryRow q", 2L));
        suite.line(
                "`sum(case when … = …)`",
                equality(),
                computes("select sum(case when q.{a} = :first then 1 else 0 end) from QueryRow q", 2L));
        suite.line(
                "`every(… =)`, `any(… =)`",
                equality(),
                computes("select every(q.{a} = :first) from QueryRow q where q.note in ('a', 'c')", true));
    }

    private static void aggregates(QueryRowsSuite suite) {
        suite.line("`min`, `max`", textual(), computes("select max(q.{a}) from QueryRow q", QueryWorld.BOB));
        suite.line(
                "`listagg`",
                textual(),
                computes(
                        "select listagg(q.{a}, ',') within group (order by q.note) from QueryRow q where q.note < 'c'",
                        QueryWorld.ANN + "," + QueryWorld.BOB));
    }

    private static void windows(QueryRowsSuite suite) {
        suite.line(
                "`over (partition by …)`",
                value(),
                computes(
                        "select count(*) over (partition by q.{a}) from QueryRow q where q.note < 'd' order by q.note",
                        2L,
                        1L,
                        2L));
        suite.line(
                "`over (order by …)`",
                value(),
                computes(
                        "select row_number() over (order by q.{a}, q.note) from QueryRow q where q.note < 'd' order by q.note",
                        1L,
                        3L,
                        2L));
        suite.line(
                "`first_value`, `lag`, `nth_value`",
                value(),
                computes(
                        "select first_value(q.{a}) over (order by q.note) from QueryRow q where q.note < 'c' order by q.note",
                        QueryWorld.ANN,
                        QueryWorld.ANN));
        suite.line(
                "an aggregate `over ()`",
                presence(),
                finds("select count(q.{a}) over () from QueryRow q where q.note = 'a'", 1L));
    }
}
