package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.MatrixSuite.ADMIN;
import static io.fieldveil.hibernate.matrix.MatrixSuite.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.Fieldveil;
import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.testing.JpaFixture;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.annotations.SoftDelete;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold of a protected attribute in every mapping: what the column holds, what each caller reads, that nothing
 * is written or computed where nothing changed, that a mask or token that comes back changes nothing, who may change it,
 * and who may search by it.
 */
final class ShapeProof {

    private final JpaFixture jpa;
    private final Shape shape;
    private final Samples samples;
    private final Object first;
    private final Object second;

    ShapeProof(JpaFixture jpa, Shape shape, Samples samples) {
        this.jpa = jpa;
        this.shape = shape;
        this.samples = samples;
        first = samples.first();
        second = samples.second();
    }

    void of(Cell cell) {
        Protection protection = cell.protection();
        empty();
        Object id = persist(protection, value(protection, first));
        assertColumn(protection);
        assertRead(id, protection);
        assertUntouched(id, protection);
        assertSearched(protection);
        if (samples.changeable()) {
            assertChanged(id, protection);
            assertCleared(id, protection);
        } else {
            assertConstant(id, protection);
        }
    }

    private void empty() {
        String name = shape.entity().getName();
        MatrixSuite.run(
                ADMIN,
                jpa,
                session -> session.createMutationQuery("delete from " + name).executeUpdate());
        if (shape.entity().isAnnotationPresent(SoftDelete.class)) {
            jpa.execute("delete from " + shape.entity().getSimpleName());
        }
    }

    private Object persist(Protection protection, Object value) {
        return MatrixSuite.as(VIEWER, jpa, session -> {
            Object entity = shape.create(protection, value);
            session.persist(entity);
            return session.getIdentifier(entity);
        });
    }

    private Object value(Protection protection, Object value) {
        return value instanceof String text ? protection.text(text) : value;
    }

    // ---- the column --------------------------------------------------------------------------------------------

    private @Nullable Object column(Protection protection) {
        var values = shape.stored(jpa, protection);
        assertThat(values).hasSize(1);
        return values.get(0);
    }

    private void assertColumn(Protection protection) {
        Object held = column(protection);
        assertThat(held).isNotNull();
        if (protection.sealed()) {
            SealedValue.ofBytes((byte[]) Objects.requireNonNull(held));
            if (first instanceof String text) {
                assertThat(new String((byte[]) held, StandardCharsets.ISO_8859_1))
                        .doesNotContain(text);
            }
        } else if (protection == Protection.CLIENT) {
            assertThat(held instanceof byte[] bytes ? new String(bytes, StandardCharsets.US_ASCII) : held)
                    .isEqualTo(value(protection, first));
        } else {
            assertThat(Objects.requireNonNull(held).toString()).doesNotContain("•");
        }
    }

    // ---- what code reads ---------------------------------------------------------------------------------------

    private void assertRead(Object id, Protection protection) {
        Object viewed = read(VIEWER, id, protection);
        Object granted = read(ADMIN, id, protection);
        switch (protection) {
            case HASHED -> {
                assertThat(viewed).asString().startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(granted).isEqualTo(viewed);
            }
            case REVEALED -> {
                assertThat(viewed).asString().startsWith(SealedValue.TOKEN_PREFIX);
                assertThat(granted).isEqualTo(first);
            }
            case COVERED, MASKED, ENCRYPTED -> {
                assertThat(viewed).isNotNull();
                assertThat(same(viewed, first)).isFalse();
                assertThat(same(granted, first))
                        .as("what the permission shows: " + granted)
                        .isTrue();
            }
            case CLIENT -> {
                assertThat(viewed).isEqualTo(value(protection, first));
                assertThat(granted).isEqualTo(viewed);
            }
        }
    }

    private @Nullable Object read(AccessContext context, Object id, Protection protection) {
        return MatrixSuite.<@Nullable Object>as(
                context, jpa, session -> shape.read(session.find(shape.entity(), id), protection));
    }

    @SuppressWarnings("JavaUtilDate") // Hibernate loads one as a Timestamp, which equals no Date
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof Date date && other instanceof Date another
                ? date.getTime() == another.getTime()
                : Objects.deepEquals(one, other);
    }

    // ---- what nobody changed -----------------------------------------------------------------------------------

    private void assertUntouched(Object id, Protection protection) {
        Object held = column(protection);
        CryptoCounter counter = Fieldveil.runtime(jpa.sessionFactory()).counter();
        Object detached = MatrixSuite.as(VIEWER, jpa, session -> {
            long decryptions = counter.decryptions();
            Object entity = session.find(shape.entity(), id);
            shape.read(entity, protection);
            assertThat(counter.decryptions() - decryptions)
                    .as("decryptions of a load")
                    .isEqualTo(opened(protection));
            long computed = counter.encryptions() + counter.decryptions();
            jpa.statements().clear();
            session.flush();
            assertThat(jpa.statements().count())
                    .as("statements of an untouched flush")
                    .isZero();
            assertThat(counter.encryptions() + counter.decryptions()).isEqualTo(computed);
            shape.touch(entity);
            return entity;
        });
        assertThat(same(column(protection), held))
                .as("after another attribute changed")
                .isTrue();
        MatrixSuite.run(ADMIN, jpa, session -> {
            shape.touch(detached);
            session.merge(detached);
        });
        assertThat(same(column(protection), held))
                .as("after a merge by another")
                .isTrue();
        MatrixSuite.run(VIEWER, jpa, session -> {
            Object entity = session.find(shape.entity(), id);
            session.refresh(entity);
            shape.write(entity, protection, shape.read(entity, protection));
        });
        assertThat(same(column(protection), held))
                .as("after it was assigned to itself")
                .isTrue();
    }

    /** What is encrypted under a mask is decrypted by a load. */
    private long opened(Protection protection) {
        return protection == Protection.ENCRYPTED || protection == Protection.COVERED ? shape.copies() : 0;
    }

    // ---- what someone changed ----------------------------------------------------------------------------------

    private void assertChanged(Object id, Protection protection) {
        Object held = column(protection);
        if (protection.covered() && !same(read(VIEWER, id, protection), second)) {
            Refusals.assertRefused("FV-203", () -> change(VIEWER, id, protection, value(protection, second)));
            assertThat(same(column(protection), held)).isTrue();
        }
        change(ADMIN, id, protection, value(protection, second));
        assertThat(same(column(protection), held)).as("after a change").isFalse();
        change(ADMIN, id, protection, value(protection, first));
        assertThat(same(column(protection), held))
                .as("after it was changed back")
                .isEqualTo(protection.searchable());
    }

    private void change(AccessContext context, Object id, Protection protection, @Nullable Object value) {
        MatrixSuite.run(context, jpa, session -> shape.write(session.find(shape.entity(), id), protection, value));
    }

    private void assertConstant(Object id, Protection protection) {
        Object held = column(protection);
        change(ADMIN, id, protection, value(protection, second));
        assertThat(same(column(protection), held)).as("after a change").isTrue();
    }

    private void assertCleared(Object id, Protection protection) {
        if (!samples.nullable() || !shape.canBeCleared()) {
            return;
        }
        change(ADMIN, id, protection, null);
        assertThat(shape.stored(jpa, protection)).allMatch(Objects::isNull);
        assertThat(read(VIEWER, id, protection)).isNull();
    }

    // ---- what can be searched ----------------------------------------------------------------------------------

    private void assertSearched(Protection protection) {
        if (protection == Protection.ENCRYPTED) {
            Refusals.assertRefused("FV-301", () -> counted(ADMIN, protection, first));
        } else if (samples.comparable()) {
            assertThat(counted(ADMIN, protection, first)).isEqualTo(1);
            assertThat(counted(ADMIN, protection, second)).isZero();
            if (protection == Protection.MASKED) {
                Refusals.assertRefused("FV-302", () -> counted(VIEWER, protection, first));
            }
        }
    }

    private long counted(AccessContext context, Protection protection, Object value) {
        return MatrixSuite.as(context, jpa, session -> count(session, protection, value));
    }

    private Long count(Session session, Protection protection, Object value) {
        return session.createSelectionQuery(shape.counting(protection), Long.class)
                .setParameter("value", value(protection, value))
                .getSingleResult();
    }
}
