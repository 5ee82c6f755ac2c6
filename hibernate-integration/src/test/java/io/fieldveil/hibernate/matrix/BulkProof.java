package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.MatrixSuite.ADMIN;
import static io.fieldveil.hibernate.matrix.MatrixSuite.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.Refusals;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that changes rows stores, and who may run it.
 *
 * @param changing runs the statement and gives the number of changed rows
 * @param rows how many rows it changes
 * @param note the row that is looked at afterwards
 * @param value what the attribute of the row holds then, opened
 */
record BulkProof(
        Changing changing, int rows, String note, @Nullable String value) implements QueryProof {

    /** How rows are changed. */
    interface Changing {
        int of(QueryWorld world, AccessContext context, Cell cell);
    }

    static BulkProof of(String hql, int rows, String note, @Nullable String value) {
        return new BulkProof((world, context, cell) -> world.execute(context, hql, cell), rows, note, value);
    }

    @Override
    public void of(QueryWorld world, Cell cell) {
        run(world, cell, ADMIN);
        if (!QueryProofs.needsPermission(cell)) {
            run(world, cell, VIEWER);
            return;
        }
        world.fill();
        Object before = world.column(cell.protection(), "a");
        var refused = Refusals.find(catchThrowable(() -> changing.of(world, VIEWER, cell)));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isIn("FV-203", "FV-302");
        assertThat(QueryWorld.same(world.column(cell.protection(), "a"), before))
                .isTrue();
    }

    private void run(QueryWorld world, Cell cell, AccessContext context) {
        world.fill();
        assertThat(changing.of(world, context, cell)).isEqualTo(rows);
        assertHolds(world, cell.protection());
    }

    private void assertHolds(QueryWorld world, Protection protection) {
        Object held = world.column(protection, note);
        if (value == null) {
            assertThat(held).isNull();
            return;
        }
        if (protection.sealed()) {
            SealedValue.ofBytes((byte[]) Objects.requireNonNull(held));
        }
        if (protection == Protection.HASHED) {
            assertThat(world.reads(ADMIN, protection, note)).isEqualTo(token(world, protection));
        } else {
            assertThat(world.reads(ADMIN, protection, note)).isEqualTo(protection.text(value));
        }
    }

    /** The token of the value, which another row is made to hold. */
    private @Nullable Object token(QueryWorld world, Protection protection) {
        world.as(ADMIN, session -> {
            Object row = world.row(session, protection, "d");
            FieldShape.set(row, world.attribute(protection), value);
            return row;
        });
        return world.reads(ADMIN, protection, "d");
    }
}
