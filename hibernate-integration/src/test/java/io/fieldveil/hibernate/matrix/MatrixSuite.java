package io.fieldveil.hibernate.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import io.fieldveil.hibernate.FieldveilSettings;
import io.fieldveil.hibernate.testing.JpaFixture;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestInstance;

/**
 * A section of the matrix on one database. A row is a container of tests, one for each cell; what they showed is written
 * to {@code target/matrix}, where the check of docs/compatibility.md reads it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MatrixSuite {

    static final AccessContext ADMIN = AccessContext.of("admin", "VIEW_PII");
    static final AccessContext VIEWER = AccessContext.of("viewer");

    final TestDatabase server;
    private final String section;
    private final MatrixRecord shown = new MatrixRecord(getClass());

    MatrixSuite(String section, TestDatabase server) {
        this.section = section;
        this.server = server;
    }

    @AfterAll
    void writeDown() {
        shown.write();
    }

    /** A row of the section; its name stands in the page, and is Markdown. */
    DynamicContainer row(String name, Outcomes outcomes, Proof proof) {
        return DynamicContainer.dynamicContainer(
                name,
                Arrays.stream(Protection.values())
                        .map(protection -> new Cell(section, name, protection, outcomes.of(protection)))
                        .filter(this::isProvenHere)
                        .map(cell -> cell(cell, proof)));
    }

    /** Whether this database has to show the cell. */
    boolean isProvenHere(Cell cell) {
        return true;
    }

    private DynamicTest cell(Cell cell, Proof proof) {
        return DynamicTest.dynamicTest(cell.attribute() + ": " + cell.outcome().text(), () -> {
            Showing.assertEnds(cell.outcome(), () -> proof.of(cell));
            if (AccessScope.current().isPresent()) {
                throw new AssertionError("a test left its access scope open");
            }
            shown.add(cell);
        });
    }

    JpaFixtureBuilder describe(Class<?>... entities) {
        return JpaFixture.on(server)
                .entities(entities)
                .developmentKey()
                .setting(FieldveilSettings.PURPOSES, "CAMPAIGN");
    }

    /** Ends what the section ran on: no table holds a text mask, whoever wrote to it. */
    static void close(@Nullable JpaFixture jpa) throws SQLException {
        if (jpa != null) {
            try (jpa) {
                assertThat(jpa.placesOf("••")).as("columns that hold masks").isEmpty();
            }
        }
    }

    static <R extends @Nullable Object> R as(AccessContext context, JpaFixture jpa, Function<Session, R> work) {
        try (@SuppressWarnings("try")
                var scope = AccessScope.open(context)) {
            return jpa.fromTransaction(work);
        }
    }

    static void run(AccessContext context, JpaFixture jpa, Consumer<Session> work) {
        as(context, jpa, session -> {
            work.accept(session);
            return null;
        });
    }
}
