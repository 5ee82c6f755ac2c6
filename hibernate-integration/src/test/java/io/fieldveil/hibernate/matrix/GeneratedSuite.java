package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Rows whose entities are generated: an attribute of some type, with annotations beside the protection. What works is
 * proven on one persistence unit for all rows; what is refused, by starting one with that attribute alone.
 */
abstract class GeneratedSuite extends MatrixSuite {

    private record Line(
            String name,
            Type type,
            List<Annotation> beside,
            Function<Protection, List<Annotation>> onType,
            Samples samples,
            Outcomes outcomes,
            Function<Class<?>, Shape> shape,
            @Nullable BiConsumer<JpaFixture, Shape> proof,
            Map<Protection, Class<?>> entities) {}

    private final List<Line> lines = new ArrayList<>();
    private @Nullable JpaFixture jpa;

    GeneratedSuite(String section, TestDatabase server) {
        super(section, server);
    }

    /** Adds a row; called by constructors. */
    final void line(String name, Type type, List<Annotation> beside, Samples samples, Outcomes outcomes) {
        line(name, type, beside, samples, outcomes, FieldShape::new);
    }

    /** Adds a row whose attribute is reached in a way of its own. */
    final void line(
            String name,
            Type type,
            List<Annotation> beside,
            Samples samples,
            Outcomes outcomes,
            Function<Class<?>, Shape> shape) {
        add(name, type, beside, protection -> List.of(), samples, outcomes, shape, null);
    }

    /** Adds a row of texts with annotations on the class. */
    final void onType(String name, List<Annotation> onType, Samples samples, Outcomes outcomes) {
        onType(name, protection -> onType, samples, outcomes);
    }

    /** The same, where the annotations name the attribute. */
    final void onType(String name, Function<Protection, List<Annotation>> onType, Samples samples, Outcomes outcomes) {
        add(name, String.class, List.of(), onType, samples, outcomes, FieldShape::new, null);
    }

    /** Adds a row with a proof of its own for what works. */
    final void proven(
            String name,
            Type type,
            List<Annotation> beside,
            Samples samples,
            Outcomes outcomes,
            BiConsumer<JpaFixture, Shape> proof) {
        add(name, type, beside, protection -> List.of(), samples, outcomes, FieldShape::new, proof);
    }

    /** Adds a row of whatever kind. */
    final void add(
            String name,
            Type type,
            List<Annotation> beside,
            Function<Protection, List<Annotation>> onType,
            Samples samples,
            Outcomes outcomes,
            Function<Class<?>, Shape> shape,
            @Nullable BiConsumer<JpaFixture, Shape> proof) {
        var entities = new EnumMap<Protection, Class<?>>(Protection.class);
        for (Protection protection : Protection.values()) {
            if (!outcomes.of(protection).refused()) {
                entities.put(protection, EntityMaker.make(type, beside, onType.apply(protection), protection));
            }
        }
        lines.add(new Line(name, type, beside, onType, samples, outcomes, shape, proof, entities));
    }

    @BeforeAll
    void open() {
        jpa = describe(lines.stream()
                        .flatMap(line -> line.entities().values().stream())
                        .toArray(Class<?>[]::new))
                .secondLevelCache()
                .open();
    }

    @AfterAll
    void close() throws SQLException {
        close(jpa);
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        return lines.stream().map(line -> row(line.name(), line.outcomes(), cell -> prove(line, cell)));
    }

    /** A mapping is judged before there is a database; its columns, FV-151 and on, by the database. */
    @Override
    boolean isProvenHere(Cell cell) {
        return !cell.refused()
                || server == TestDatabase.H2
                || cell.outcome().text().startsWith("FV-15");
    }

    private void prove(Line line, Cell cell) throws SQLException {
        if (cell.refused()) {
            var onType = line.onType().apply(cell.protection());
            describe(EntityMaker.make(line.type(), line.beside(), onType, cell.protection()))
                    .open()
                    .close();
        } else {
            var entity = Objects.requireNonNull(line.entities().get(cell.protection()));
            var shape = line.shape().apply(entity);
            if (line.proof() == null) {
                new ShapeProof(Objects.requireNonNull(jpa), shape, line.samples()).of(cell);
            } else {
                line.proof().accept(Objects.requireNonNull(jpa), shape);
            }
        }
    }
}
