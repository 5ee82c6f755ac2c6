package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.CLIENT;
import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.HASHED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static io.fieldveil.hibernate.matrix.Protection.REVEALED;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.PERMISSION;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.written;

import java.util.List;
import java.util.Objects;

/** Bulk statements. */
final class HqlBulkRows {

    private HqlBulkRows() {}

    static void addTo(QueryRowsSuite suite) {
        updates(suite);
        copies(suite);
        deletes(suite);
        inserts(suite);
        conflicts(suite);
    }

    private static void updates(QueryRowsSuite suite) {
        suite.line(
                "`update … set` to a parameter",
                written(),
                BulkProof.of("update QueryRow q set q.{a} = :second where q.note = 'a'", 1, "a", QueryWorld.BOB));
        suite.line(
                "`update … set` to a literal",
                written(),
                BulkProof.of("update QueryRow q set q.{a} = {second} where q.note = 'a'", 1, "a", QueryWorld.BOB));
        suite.line(
                "`update … set` to null",
                written(),
                BulkProof.of("update QueryRow q set q.{a} = null where q.note = 'a'", 1, "a", null));
        suite.line(
                "`update versioned`",
                written(),
                BulkProof.of(
                        "update versioned QueryRow q set q.{a} = :second where q.note = 'a'", 1, "a", QueryWorld.BOB));
        suite.line(
                "`update` of others where it is equal",
                equality(),
                changes("update QueryRow q set q.note = concat(q.note, '+') where q.{a} = :first", 2));
        suite.line(
                "`update … set` to a token or mask that was read",
                Outcomes.works().refused("FV-205", HASHED, REVEALED).refused("FV-202", COVERED, MASKED, ENCRYPTED),
                (world, cell) -> {
                    world.fill();
                    Object read = Objects.requireNonNull(world.reads(MatrixSuite.VIEWER, cell.protection(), "a"));
                    world.as(
                            MatrixSuite.ADMIN,
                            session -> session.createMutationQuery(QueryWorld.text(
                                            "update QueryRow q set q.{a} = :read where q.note = 'b'", cell))
                                    .setParameter("read", read)
                                    .executeUpdate());
                });
    }

    /** A statement that does not touch the attribute itself. */
    private static QueryProof changes(String hql, int rows) {
        return (world, cell) -> {
            world.fill();
            QueryProofs.finds(
                            hql,
                            (asked, context, asker) -> {
                                asked.fill();
                                return List.of(asked.execute(context, hql, asker));
                            },
                            rows)
                    .of(world, cell);
            world.fill();
        };
    }

    private static void copies(QueryRowsSuite suite) {
        suite.line(
                "`update … set` to a sub-query of the same attribute",
                written().refused("FV-304", ENCRYPTED),
                BulkProof.of(
                        "update QueryRow q set q.{a} = (select o.{a} from QueryRow o where o.note = 'b') where q.note = 'a'",
                        1,
                        "a",
                        QueryWorld.BOB));
        suite.line(
                "`update … set` to an expression of it",
                Outcomes.works().refused("FV-301").limited(PERMISSION, MASKED),
                BulkProof.of(
                        "update QueryRow q set q.{a} = concat(q.{a}, '') where q.note = 'a'", 1, "a", QueryWorld.ANN));
        suite.line(
                "`update … set` to an attribute without protection",
                Outcomes.works().refused("FV-304").limited(PERMISSION, MASKED),
                (world, cell) -> BulkProof.of("update QueryRow q set q.{a} = q.note where q.note = 'a'", 1, "a", "a")
                        .of(world, cell));
        suite.line(
                "`update` of an attribute without protection to it",
                Outcomes.works().refused("FV-305").refused("FV-301", ENCRYPTED),
                BulkProof.of("update QueryRow q set q.note = q.{a} where q.note = 'a'", 1, "a", QueryWorld.ANN));
    }

    private static void deletes(QueryRowsSuite suite) {
        suite.line(
                "`delete` where it is equal", equality(), changes("delete SpecialQueryRow q where q.{a} = :first", 1));
        suite.line(
                "`delete` by a sub-query",
                equality(),
                changes(
                        "delete SpecialQueryRow q where exists (select 1 from QueryTeam t where t.name = 'red') and q.{a} in"
                                + " (:first)",
                        1));
    }

    private static void inserts(QueryRowsSuite suite) {
        suite.line(
                "`insert … values` of parameters",
                Outcomes.works(),
                BulkProof.of(
                        "insert into QueryRow (version, note, {a}) values (0, 'n', :second)", 1, "n", QueryWorld.BOB));
        suite.line(
                "`insert … values` of literals",
                Outcomes.works(),
                BulkProof.of(
                        "insert into QueryRow (version, note, {a}) values (0, 'n', {second}), (0, 'm', {first})",
                        2,
                        "n",
                        QueryWorld.BOB));
        suite.line(
                "`insert … select` of the same attribute",
                Outcomes.works().limited(PERMISSION, MASKED).refused("FV-304", ENCRYPTED),
                BulkProof.of(
                        "insert into QueryRow (version, note, {a}) select 0, 'n', q.{a} from QueryRow q where q.note = 'b'",
                        1,
                        "n",
                        QueryWorld.BOB));
        suite.line(
                "`insert … select` of a parameter",
                Outcomes.works(),
                BulkProof.of(
                        "insert into QueryRow (version, note, {a}) select 0, 'n', :second from QueryRow q where q.note = 'b'",
                        1,
                        "n",
                        QueryWorld.BOB));
        suite.line(
                "`insert … select` where it is equal",
                equality(),
                changes("insert into QueryRow (version, note) select 0, 'n' from QueryRow q where q.{a} = :first", 2));
        suite.line(
                "`insert … select` of an attribute without protection",
                Outcomes.works().refused("FV-304", HASHED, REVEALED, COVERED, ENCRYPTED, CLIENT),
                (world, cell) -> {
                    world.fill();
                    world.execute(
                            MatrixSuite.VIEWER,
                            "insert into QueryRow (version, note, {a}) select 0, 'n', q.note from QueryRow q where q.note = 'b'",
                            cell);
                });
        suite.line(
                "`insert … select` of it into another attribute",
                Outcomes.works().refused("FV-305"),
                (world, cell) -> world.execute(
                        MatrixSuite.ADMIN,
                        "insert into QueryRow (version, note) select 0, q.{a} from QueryRow q where q.note = 'b'",
                        cell));
    }

    private static void conflicts(QueryRowsSuite suite) {
        String row = "insert into QueryRow (id, version, note, {a}) values (-1, 0, 'n', :second)";
        suite.line(
                "`on conflict do nothing`",
                Outcomes.works(),
                BulkProof.of(row + " on conflict (id) do nothing", 1, "n", QueryWorld.BOB));
        suite.line(
                "`on conflict do update` of it",
                Outcomes.works().refused("FV-310", COVERED, MASKED).refused("FV-301", ENCRYPTED),
                updating(
                        row,
                        row.replace(":second", ":first").replace("'n'", "'m'")
                                + " on conflict (id) do update set {a} = excluded.{a}"));
        suite.line(
                "`on conflict do update` of others",
                Outcomes.works(),
                updating(
                        row.replace(":second", ":first"),
                        row + " on conflict (id) do update set note = excluded.note"));
    }

    /** Two inserts of one identifier; the row holds Ann afterwards. */
    private static QueryProof updating(String first, String second) {
        return (world, cell) -> new BulkProof(
                        (asked, context, asker) -> {
                            asked.execute(context, first, asker);
                            return asked.execute(context, second, asker) > 0 ? 1 : 0;
                        },
                        1,
                        "n",
                        QueryWorld.ANN)
                .of(world, cell);
    }
}
