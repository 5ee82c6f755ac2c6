package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Rows whose entities are written out, on one persistence unit, each proven by {@link ShapeProof}. */
abstract class ShapeRows extends MatrixSuite {

    private record Line(Shape shape, Outcomes outcomes, List<Class<?>> refused) {}

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private @Nullable JpaFixture jpa;

    ShapeRows(String section, TestDatabase server) {
        super(section, server);
    }

    /** Adds a row that works. */
    final void shape(String name, Shape shape, Class<?>... others) {
        shape(name, Outcomes.works(), shape, List.of());
        classes.addAll(Set.of(others));
    }

    /** Adds a row of which some cells are refused at the start, of a persistence unit of the classes that have these. */
    final void shape(String name, Outcomes outcomes, Shape shape, List<Class<?>> refused) {
        lines.put(name, new Line(shape, outcomes, refused));
        classes.add(shape.entity());
    }

    @BeforeAll
    void open() {
        jpa = describe(classes.toArray(Class<?>[]::new)).secondLevelCache().open();
    }

    @AfterAll
    void close() throws SQLException {
        close(jpa);
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        return lines.entrySet().stream()
                .map(line -> row(line.getKey(), line.getValue().outcomes(), cell -> prove(line.getValue(), cell)));
    }

    private void prove(Line line, Cell cell) throws SQLException {
        if (cell.refused()) {
            describe(line.refused().toArray(Class<?>[]::new)).open().close();
        } else {
            new ShapeProof(Objects.requireNonNull(jpa), line.shape(), Samples.TEXT).of(cell);
        }
    }
}
