package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.MatrixSuite.ADMIN;
import static io.fieldveil.hibernate.matrix.MatrixSuite.VIEWER;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.equality;
import static io.fieldveil.hibernate.matrix.QueryOutcomes.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.matrix.data.ContentRow;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.data.domain.Sort;

/** What Spring Data's repositories write. */
record SpringWriteRows(QueryRowsSuite suite) {

    void add() {
        saved();
        changed();
        deleted();
    }

    /** Something that changes rows, and gives their number. */
    private static BulkProof.Changing changing(BiFunction<SpringRepository<ContentRow>, Cell, Integer> work) {
        return (world, context, cell) -> ((SpringRepositories) world)
                .<Integer>with(context, cell.protection(), repository -> work.apply(repository, cell));
    }

    private void saved() {
        suite.line(
                "`save` of a new entity",
                Outcomes.works(),
                new BulkProof(
                        changing((r, cell) -> {
                            r.save(ContentWorld.row(cell.protection(), "n", QueryWorld.BOB));
                            return 1;
                        }),
                        1,
                        "n",
                        QueryWorld.BOB));
        suite.line(
                "`saveAll`",
                Outcomes.works(),
                new BulkProof(
                        changing((r, cell) -> r.saveAll(List.of(
                                        ContentWorld.row(cell.protection(), "m", QueryWorld.ANN),
                                        ContentWorld.row(cell.protection(), "n", QueryWorld.BOB)))
                                .size()),
                        2,
                        "n",
                        QueryWorld.BOB));
        suite.line("`save` of a detached entity, unchanged by a viewer", Outcomes.works(), (world, cell) -> {
            world.fill();
            Object held = world.column(cell.protection(), "a");
            var detached = loaded(world, cell);
            detached.note = "n";
            ((SpringRepositories) world).with(ADMIN, cell.protection(), r -> r.save(detached));
            assertThat(QueryWorld.same(world.column(cell.protection(), "n"), held))
                    .isTrue();
        });
    }

    private static ContentRow loaded(QueryWorld world, Cell cell) {
        Function<SpringRepository<ContentRow>, ContentRow> first =
                r -> r.findByNoteLessThan("b", Sort.by("note")).get(0);
        return ((SpringRepositories) world).with(VIEWER, cell.protection(), first);
    }

    private void changed() {
        suite.line(
                "`save` of a detached entity, changed",
                written(),
                new BulkProof(
                        (world, context, cell) -> {
                            var detached = loaded(world, cell);
                            detached.setContent(cell.protection().text(QueryWorld.BOB));
                            return ((SpringRepositories) world).<Integer>with(context, cell.protection(), r -> {
                                r.save(detached);
                                return 1;
                            });
                        },
                        1,
                        "a",
                        QueryWorld.BOB));
        suite.line(
                "`@Modifying` `update … set`",
                written(),
                new BulkProof(
                        changing((r, cell) -> r.change(cell.protection().text(QueryWorld.BOB))),
                        1,
                        "a",
                        QueryWorld.BOB));
    }

    private void deleted() {
        deletes("`deleteBy…`", (r, cell) -> r.deleteByContent(cell.protection().text(QueryWorld.ANN)));
        deletes("`removeBy…` that returns entities", (r, cell) ->
                (long) r.removeByContent(cell.protection().text(QueryWorld.ANN)).size());
        deletes("`@Modifying` `delete`", (r, cell) ->
                (long) r.purge(cell.protection().text(QueryWorld.ANN)));
    }

    private void deletes(String name, BiFunction<SpringRepository<ContentRow>, Cell, Long> work) {
        suite.line(name, equality(), (world, cell) -> {
            var asking = SpringRows.asking((r, asker) -> List.of(work.apply(r, asker)));
            QueryProofs.finds(
                            name,
                            (asked, context, asker) -> {
                                asked.fill();
                                return asking.of(asked, context, asker);
                            },
                            2L)
                    .of(world, cell);
            world.fill();
        });
    }
}
