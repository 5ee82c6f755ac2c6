package io.fieldveil.hibernate.matrix;

import static io.fieldveil.hibernate.matrix.Protection.COVERED;
import static io.fieldveil.hibernate.matrix.Protection.ENCRYPTED;
import static io.fieldveil.hibernate.matrix.Protection.MASKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.lang.annotation.Annotation;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.SQLOrder;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Associations of an entity that protects nothing to one that does, and whose annotations name the attribute. */
abstract class RelationRows extends MatrixSuite {

    private static final String ANN = QueryWorld.ANN;
    private static final TypeDefinition TEXT = TypeDescription.ForLoadedType.of(String.class);

    /** Declarations that the made entities borrow; the attribute is called {@code content}. */
    @SuppressWarnings({"unused", "NullAway"})
    private static final class Declared {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(
                name = "held_content",
                referencedColumnName = "content",
                foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Object manyToOne;

        @OneToOne(fetch = FetchType.LAZY)
        @JoinColumn(
                name = "held_content",
                referencedColumnName = "content",
                foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Object oneToOne;

        @OneToMany
        @OrderBy("content")
        List<Object> ordered;

        @OneToMany
        @SQLOrder("content")
        List<Object> orderedBySql;

        @OneToMany
        @SQLRestriction("content is not null")
        List<Object> restricted;

        @OneToMany
        @MapKey(name = "content")
        Map<String, Object> keyed;

        @OneToMany
        @MapKey(name = "content")
        @SortNatural
        Map<String, Object> sorted;
    }

    RelationRows(TestDatabase server) {
        super("Associations to the entity", server);
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        var keys = Outcomes.works().refused("FV-136", COVERED, MASKED, ENCRYPTED);
        return Stream.of(
                row("`@ManyToOne`, `referencedColumnName` of it", keys, cell -> referring(cell, "manyToOne")),
                row("`@OneToOne`, `referencedColumnName` of it", keys, cell -> referring(cell, "oneToOne")),
                refused("`@OneToMany`, `@OrderBy` it", "FV-107", "ordered"),
                refused("`@OneToMany`, `@SQLOrder` by it", "FV-107", "orderedBySql"),
                refused("`@OneToMany`, `@SQLRestriction` on it", "FV-128", "restricted"),
                refused("`@OneToMany`, `@MapKey` it", "FV-135", "keyed"),
                refused("`@OneToMany`, `@MapKey` it, sorted", "FV-135", "sorted"),
                computed("`@Formula` over it", Formula.class, "value", "(select r.content from {E} r where r.id = id)"),
                viewing("`@Subselect` of it", Subselect.class, "value"),
                viewing("`@View` of it", View.class, "query"));
    }

    @Override
    boolean isProvenHere(Cell cell) {
        return !cell.refused() || server == TestDatabase.H2;
    }

    private DynamicContainer refused(String name, String code, String declared) {
        return row(
                name,
                Outcomes.works().refused(code),
                cell -> open(cell, holder(cell, declared)).close());
    }

    /** The entity's attribute, of another table, is made of it. */
    private DynamicContainer computed(String name, Class<? extends Annotation> type, String element, String sql) {
        return row(
                name,
                Outcomes.works().refused("FV-128"),
                cell -> open(cell, EntityMaker.holding(TEXT, List.of(made(type, element, sql, cell)), List.of()))
                        .close());
    }

    /** The entity's rows are made of the other's. */
    private DynamicContainer viewing(String name, Class<? extends Annotation> type, String element) {
        String sql = "select r.id, r.note, r.content as held from {E} r";
        return row(
                name,
                Outcomes.works().refused("FV-128"),
                cell -> open(cell, EntityMaker.holding(TEXT, List.of(), List.of(made(type, element, sql, cell))))
                        .close());
    }

    private static Annotation made(Class<? extends Annotation> type, String element, String sql, Cell cell) {
        String entity = ContentWorld.entityOf(cell.protection()).getSimpleName();
        return ClassAnnotationRows.load(
                type, AnnotationDescription.Builder.ofType(type).define(element, sql.replace("{E}", entity)));
    }

    private JpaFixture open(Cell cell, Class<?> holder) {
        return describe(ContentWorld.entityOf(cell.protection()), holder).open();
    }

    private static Class<?> holder(Cell cell, String declared) {
        var field = FieldShape.field(Declared.class, declared);
        var target = TypeDescription.ForLoadedType.of(ContentWorld.entityOf(cell.protection()));
        TypeDefinition type = target;
        if (field.getType() == List.class) {
            type = TypeDescription.Generic.Builder.parameterizedType(
                            TypeDescription.ForLoadedType.of(List.class), target)
                    .build();
        } else if (field.getType() == Map.class) {
            type = TypeDescription.Generic.Builder.parameterizedType(
                            TypeDescription.ForLoadedType.of(Map.class),
                            TypeDescription.ForLoadedType.of(String.class),
                            target)
                    .build();
        }
        return EntityMaker.holding(type, List.<Annotation>of(field.getDeclaredAnnotations()), List.of());
    }

    // ---- foreign keys --------------------------------------------------------------------------------------------

    /** The foreign key holds what the attribute's column holds, and leads to the row, also after a change. */
    private void referring(Cell cell, String declared) throws SQLException {
        var holder = holder(cell, declared);
        try (var jpa = open(cell, holder)) {
            Object id = as(VIEWER, jpa, session -> {
                var target = ContentWorld.row(cell.protection(), "a", ANN);
                session.persist(target);
                Object made = FieldShape.make(holder);
                FieldShape.set(made, "held", target);
                session.persist(made);
                return session.getIdentifier(made);
            });
            assertHolds(jpa, holder, cell);
            assertThat(note(jpa, holder, id)).isEqualTo("a");
            assertThat(found(jpa, holder, cell)).isEqualTo(1);
            run(VIEWER, jpa, session -> FieldShape.set(session.find(holder, id), "note", "touched"));
            assertHolds(jpa, holder, cell);
            run(VIEWER, jpa, session -> FieldShape.set(session.find(holder, id), "held", null));
            assertThat(note(jpa, holder, id)).isNull();
            assertThat(jpa.placesOf("••")).isEmpty();
        }
    }

    private static void assertHolds(JpaFixture jpa, Class<?> holder, Cell cell) {
        var target = ContentWorld.entityOf(cell.protection()).getSimpleName();
        var columns = new HashMap<String, @Nullable Object>();
        columns.putAll(jpa.rows("select content from " + target).get(0));
        columns.putAll(
                jpa.rows("select held_content from " + holder.getSimpleName()).get(0));
        assertThat(Objects.deepEquals(columns.get("content"), columns.get("held_content")))
                .isTrue();
        if (cell.protection().sealed()) {
            assertThat(columns.get("held_content")).isInstanceOf(byte[].class);
        }
    }

    private static @Nullable String note(JpaFixture jpa, Class<?> holder, Object id) {
        return MatrixSuite.<@Nullable String>as(VIEWER, jpa, session -> {
            var held = (ContentRow) FieldShape.get(session.find(holder, id), "held");
            return held == null ? null : held.getNote();
        });
    }

    private static long found(JpaFixture jpa, Class<?> holder, Cell cell) {
        return as(
                VIEWER,
                jpa,
                session -> session.createSelectionQuery(
                                "select count(*) from " + holder.getName()
                                        + " h join h.held r where r.content = :value",
                                Long.class)
                        .setParameter("value", cell.protection().text(ANN))
                        .getSingleResult());
    }
}
