package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.testing.JpaFixtureBuilder;
import io.fieldveil.hibernate.testing.TestDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows of the matrix that ask about {@link ContentWorld}. */
abstract class ContentRowsSuite extends QueryRowsSuite {

    ContentRowsSuite(String section, TestDatabase server) {
        super(section, server);
    }

    @Override
    JpaFixtureBuilder describe() {
        return describe(
                Stream.of(Protection.values()).map(ContentWorld::entityOf).toArray(Class<?>[]::new));
    }

    static String first(Cell cell) {
        return cell.protection().text(QueryWorld.ANN);
    }

    static String second(Cell cell) {
        return cell.protection().text(QueryWorld.BOB);
    }

    static List<String> notes(Collection<? extends ContentRow> rows) {
        return rows.stream().map(row -> Objects.requireNonNull(row.getNote())).toList();
    }

    static List<String> contents(Collection<? extends ContentRow> rows) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.getContent()))
                .toList();
    }
}
