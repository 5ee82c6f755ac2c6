package io.fieldveil.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.hibernate.Refusals;
import io.fieldveil.hibernate.testing.JpaFixture;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.query.AuditEntity;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold of a protected attribute in the history that Envers keeps: copies hold what the column holds, the
 * reader shows what a load shows, and conditions are answered or refused as those of queries are.
 */
final class HistoryProof {

    private static final String VALUE = "secret";

    private final JpaFixture jpa;
    private final Shape shape;
    private final Protection protection;

    HistoryProof(JpaFixture jpa, Shape shape) {
        this.jpa = jpa;
        this.shape = shape;
        protection = Arrays.stream(Protection.values())
                .filter(each -> Arrays.stream(shape.entity().getFields())
                        .anyMatch(field -> field.getName().equals(each.attribute())))
                .findFirst()
                .orElseThrow();
    }

    void prove() {
        Object id = MatrixSuite.as(MatrixSuite.VIEWER, jpa, session -> {
            Object entity = shape.create(protection, protection.text(VALUE));
            session.persist(entity);
            return session.getIdentifier(entity);
        });
        MatrixSuite.run(MatrixSuite.VIEWER, jpa, session -> shape.touch(session.find(shape.entity(), id)));
        String table = shape.entity().getSimpleName();
        Object held = column(table).get(0);
        assertThat(column(table + "_AUD")).hasSize(2).allMatch(copy -> Objects.deepEquals(copy, held));
        for (AccessContext context : List.of(MatrixSuite.VIEWER, MatrixSuite.ADMIN)) {
            Object loaded = MatrixSuite.<@Nullable Object>as(
                    context, jpa, session -> shape.read(session.find(shape.entity(), id), protection));
            Object was = MatrixSuite.<@Nullable Object>as(context, jpa, session -> read(session, id));
            assertThat(was).isEqualTo(loaded);
        }
        assertSearched();
    }

    private List<@Nullable Object> column(String table) {
        return jpa.rows("select " + protection.attribute() + " as held from " + table).stream()
                .<@Nullable Object>map(row -> row.get("held"))
                .toList();
    }

    private @Nullable Object read(Session session, Object id) {
        var reader = AuditReaderFactory.get(session);
        Number first = reader.getRevisions(shape.entity(), id).get(0);
        return shape.read(reader.find(shape.entity(), id, first), protection);
    }

    private void assertSearched() {
        if (protection == Protection.ENCRYPTED) {
            Refusals.assertRefused("FV-301", () -> found(MatrixSuite.ADMIN));
        } else {
            assertThat(found(MatrixSuite.ADMIN)).isEqualTo(2);
        }
        if (protection == Protection.MASKED) {
            Refusals.assertRefused("FV-302", () -> found(MatrixSuite.VIEWER));
        }
    }

    private int found(AccessContext context) {
        return MatrixSuite.as(
                context,
                jpa,
                session -> AuditReaderFactory.get(session)
                        .createQuery()
                        .forRevisionsOfEntity(shape.entity(), true, true)
                        .add(AuditEntity.property(protection.attribute()).eq(protection.text(VALUE)))
                        .getResultList()
                        .size());
    }
}
