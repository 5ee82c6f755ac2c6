package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.MatrixSuite.ADMIN;
import static io.fieldveil.hibernate.matrix.MatrixSuite.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.FieldveilException;
import io.fieldveil.access.AccessContext;
import io.fieldveil.access.Purpose;
import io.fieldveil.hibernate.Refusals;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What many rows about queries prove: what the permitted get, and what the others do not. */
final class QueryProofs {

    static final AccessContext SEGMENTATION = VIEWER.withPurpose(Purpose.SEGMENTATION);

    private QueryProofs() {}

    /** The results are the same for all who may ask, and say nothing of the values: names of rows, or counts. */
    static QueryProof finds(String hql, Object... expected) {
        return finds(hql, (world, context, cell) -> world.list(context, hql, cell), expected);
    }

    /** The same, asked in another way. */
    static QueryProof finds(String what, Asking asking, Object... expected) {
        return (world, cell) -> {
            assertThat(asking.results(world, ADMIN, cell)).as(what).containsExactly(expected);
            assertOthers(world, cell, asking, expected);
        };
    }

    /** How a query is asked. */
    interface Asking {
        List<?> of(QueryWorld world, AccessContext context, Cell cell);

        /** The same, for assertions. */
        default List<Object> results(QueryWorld world, AccessContext context, Cell cell) {
            return List.copyOf(of(world, context, cell));
        }
    }

    private static void assertOthers(QueryWorld world, Cell cell, Asking asking, Object... expected) {
        if (needsPermission(cell)) {
            refusesViewer(() -> asking.of(world, VIEWER, cell));
            assertThat(asking.results(world, SEGMENTATION, cell)).containsExactly(expected);
        } else {
            assertThat(asking.results(world, VIEWER, cell)).containsExactly(expected);
        }
        assertThat(asking.results(world, ADMIN, cell)).containsExactly(expected);
    }

    static boolean needsPermission(Cell cell) {
        return cell.outcome().text().equals(QueryOutcomes.PERMISSION);
    }

    static void refusesViewer(ThrowingCallable work) {
        Refusals.assertRefused("FV-302", work);
    }

    /** What only those get who may see the values, such as rows in their order. */
    static QueryProof grants(Asking asking, Object... expected) {
        return (world, cell) -> {
            assertThat(asking.results(world, ADMIN, cell)).containsExactly(expected);
            refusesViewer(() -> asking.of(world, VIEWER, cell));
        };
    }

    /** What is computed from the values is for the permitted only, and for nobody who merely segments. */
    static QueryProof computes(String hql, Object... expected) {
        return (world, cell) -> {
            assertThat(world.list(ADMIN, hql, cell)).containsExactly(expected);
            if (needsPermission(cell)) {
                refusesViewer(() -> world.list(VIEWER, hql, cell));
                Refusals.assertRefused("FV-311", () -> world.list(SEGMENTATION, hql, cell));
            } else {
                assertThat(world.list(VIEWER, hql, cell)).containsExactly(expected);
            }
        };
    }

    /** Each result is what its reader sees of the attribute of the row of this name. */
    static QueryProof shows(String hql, String... notes) {
        return shows((world, context, cell) -> world.list(context, hql, cell), notes);
    }

    /** The same, with what of the result is looked at. */
    static QueryProof shows(String hql, Function<Object, Object> item, String... notes) {
        return shows(
                (world, context, cell) ->
                        world.list(context, hql, cell).stream().map(item).toList(),
                notes);
    }

    /** The same, asked in another way. */
    static QueryProof shows(Asking asking, String... notes) {
        return (world, cell) -> {
            for (AccessContext reader : List.of(VIEWER, ADMIN, SEGMENTATION, VIEWER)) {
                if (needsPermission(cell) && reader.equals(VIEWER)) {
                    refusesViewer(() -> asking.of(world, reader, cell));
                } else if (needsPermission(cell) && reader.equals(SEGMENTATION)) {
                    segments(() -> asking.of(world, reader, cell));
                } else {
                    assertThat(asking.results(world, reader, cell))
                            .as("what is shown to " + reader.principal())
                            .isEqualTo(world.reads(reader, cell.protection(), List.of(notes)));
                }
            }
        };
    }

    /** Who segments is shown a mask, or is refused. */
    private static void segments(Supplier<List<?>> asked) {
        try {
            assertThat(asked.get()).asString().contains("•");
        } catch (FieldveilException e) {
            assertThat(e.code()).isEqualTo("FV-311");
        }
    }
}
