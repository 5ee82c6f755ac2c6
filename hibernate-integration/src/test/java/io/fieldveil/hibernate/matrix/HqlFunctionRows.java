package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.PERMISSION;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.presence;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.textual;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.value;
import static io.fieldveil.hibernate.matrix.QueryProofs.computes;
import static io.fieldveil.hibernate.matrix.QueryProofs.finds;

import io.fieldveil.hibernate.Refusals;

/** Functions and operators, selected and in predicates. */
final class HqlFunctionRows {

    private HqlFunctionRows() {}

    static void addTo(QueryRowsSuite suite) {
        texts(suite);
        conversions(suite);
        cases(suite);
        natives(suite);
    }

    private static void selected(QueryRowsSuite suite, String name, Outcomes outcomes, String item, Object expected) {
        suite.line(name, outcomes, computes("select " + item + " from QueryRow q where q.note = 'a'", expected));
    }

    private static void texts(QueryRowsSuite suite) {
        selected(suite, "`upper`, `lower`", textual(), "upper(q.{a})", "ANN DAKOTA 4711");
        suite.line(
                "`upper`, `lower` in a predicate",
                textual(),
                finds(
                        "select q.note from QueryRow q where lower(q.{a}) = 'ann dakota 4711' order by q.note",
                        "a",
                        "c"));
        selected(suite, "`length`", textual(), "length(q.{a})", QueryWorld.ANN.length());
        selected(suite, "`substring`", textual(), "substring(q.{a}, 1, 3)", "Ann");
        selected(suite, "`left`, `right`", textual(), "left(q.{a}, 3)", "Ann");
        selected(suite, "`trim`", textual(), "trim(q.{a})", QueryWorld.ANN);
        selected(suite, "`pad`", textual(), "pad(q.{a} with 16 trailing '.')", QueryWorld.ANN + ".");
        selected(suite, "`locate`, `position`", textual(), "locate('Dakota', q.{a})", 5);
        selected(suite, "`replace`", textual(), "replace(q.{a}, 'Ann', 'Eve')", "Eve Dakota 4711");
        selected(suite, "`concat`", value(), "concat(q.{a}, '')", QueryWorld.ANN);
        selected(suite, "`||`", value(), "q.{a} || ''", QueryWorld.ANN);
    }

    private static void conversions(QueryRowsSuite suite) {
        selected(suite, "`cast`", value(), "cast(q.{a} as String)", QueryWorld.ANN);
        selected(suite, "`str`", value(), "str(q.{a})", QueryWorld.ANN);
        selected(suite, "`coalesce`, `ifnull`", value(), "coalesce(q.{a}, 'none')", QueryWorld.ANN);
        selected(suite, "`nullif`", value(), "nullif(q.{a}, 'none')", QueryWorld.ANN);
        selected(suite, "`greatest`, `least`", textual(), "greatest(q.{a}, 'A')", QueryWorld.ANN);
        selected(
                suite,
                "`json_object`, `json_array`",
                value(),
                "json_value(json_object('k': q.{a}), '$.k')",
                QueryWorld.ANN);
    }

    private static void cases(QueryRowsSuite suite) {
        selected(suite, "`case when … = …`", equality(), "case when q.{a} = :first then 1 else 0 end", 1);
        suite.line(
                "`case when … is null`",
                presence(),
                finds("select case when q.{a} is null then 1 else 0 end from QueryRow q where q.note = 'a'", 0));
        selected(suite, "`case … when …`", value(), "case q.{a} when :first then 1 else 0 end", 1);
        selected(
                suite,
                "`case when … then` it",
                value(),
                "case when q.note = 'a' then q.{a} else 'x' end",
                QueryWorld.ANN);
        selected(suite, "a comparison, selected", equality(), "(q.{a} = :first)", true);
    }

    private static void natives(QueryRowsSuite suite) {
        suite.line(
                "`sql(…)` that names its column",
                unlessPermitted(),
                (world, cell) -> named(world, cell, "select sql('count({a})') from QueryRow q"));
        suite.line(
                "`column(…)`",
                unlessPermitted(),
                (world, cell) -> named(world, cell, "select column(q.{a} as String) from QueryRow q"));
        suite.line(
                "`function('…', …)`",
                textual(),
                computes("select function('upper', q.{a}) from QueryRow q where q.note = 'a'", "ANN DAKOTA 4711"));
    }

    private static Outcomes unlessPermitted() {
        return Outcomes.works().limited(PERMISSION, HASHED, REVEALED, COVERED, MASKED, ENCRYPTED);
    }

    private static void named(QueryWorld world, Cell cell, String hql) {
        world.list(MatrixSuite.ADMIN, hql, cell);
        if (QueryProofs.needsPermission(cell)) {
            Refusals.assertRefused("FV-309", () -> world.list(MatrixSuite.VIEWER, hql, cell));
        } else {
            world.list(MatrixSuite.VIEWER, hql, cell);
        }
    }
}
