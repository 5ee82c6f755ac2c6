package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
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

/** Rows of the matrix that ask about {@link QueryRow}, all on one persistence unit. */
abstract class QueryRowsSuite extends MatrixSuite {

    private record Line(String name, Outcomes outcomes, QueryProof proof) {}

    private final List<Line> lines = new ArrayList<>();
    private @Nullable QueryWorld world;

    QueryRowsSuite(String section, TestDatabase server) {
        super(section, server);
    }

    /** Adds a row; called by constructors. */
    final void line(String name, Outcomes outcomes, QueryProof proof) {
        lines.add(new Line(name, outcomes, proof));
    }

    JpaFixtureBuilder describe() {
        return describe(QueryRow.class, SpecialQueryRow.class, QueryTeam.class)
                .setting("hibernate.query.hql.json_functions_enabled", "true")
                .secondLevelCache();
    }

    QueryWorld world(JpaFixture jpa) {
        return new QueryWorld(jpa);
    }

    @BeforeAll
    void open() {
        world = world(describe().open());
        world.fill();
    }

    @AfterAll
    void close() throws SQLException {
        close(world == null ? null : world.jpa());
    }

    @TestFactory
    Stream<DynamicContainer> rows() {
        return lines.stream()
                .map(line -> row(
                        line.name(), line.outcomes(), cell -> line.proof().of(Objects.requireNonNull(world), cell)));
    }
}
