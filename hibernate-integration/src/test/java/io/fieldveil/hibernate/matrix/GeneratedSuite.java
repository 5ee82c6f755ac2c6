package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            Samples samples,
            Outcomes outcomes,
            @Nullable Class<?> entity) {}

    private final List<Line> lines = new ArrayList<>();
    private @Nullable JpaFixture jpa;

    GeneratedSuite(String section, TestDatabase server) {
        super(section, server);
    }

    /** Adds a row; called by constructors. */
    final void line(String name, Type type, List<Annotation> beside, Samples samples, Outcomes outcomes) {
        var mapped = Stream.of(Protection.values())
                .filter(protection -> !(outcomes.of(protection) instanceof Outcome.Refused))
                .toList();
        lines.add(new Line(
                name,
                type,
                beside,
                samples,
                outcomes,
                mapped.isEmpty() ? null : EntityMaker.make(type, beside, mapped)));
    }

    @BeforeAll
    void open() {
        jpa = describe(lines.stream().map(Line::entity).filter(Objects::nonNull).toArray(Class<?>[]::new))
                .open();
    }

    @AfterAll
    void close() throws SQLException {
        if (jpa != null) {
            jpa.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        return lines.stream().map(line -> row(line.name(), line.outcomes(), cell -> prove(line, cell)));
    }

    private void prove(Line line, Cell cell) throws SQLException {
        if (cell.refused()) {
            describe(EntityMaker.make(line.type(), line.beside(), List.of(cell.protection())))
                    .open()
                    .close();
        } else {
            new ShapeProof(
                            Objects.requireNonNull(jpa),
                            new FieldShape(Objects.requireNonNull(line.entity())),
                            line.samples())
                    .of(cell);
        }
    }
}
