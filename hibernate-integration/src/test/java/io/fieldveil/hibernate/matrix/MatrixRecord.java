package io.fieldveil.hibernate.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells that a test class showed, in a file of its own: a line for each, separated by tabs: section, row, column,
 * outcome. Only what passed is written.
 */
final class MatrixRecord {

    private static final Path FOLDER = Path.of("target", "matrix");

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    MatrixRecord(Class<?> test) {
        file = FOLDER.resolve(test.getSimpleName() + ".tsv");
    }

    void add(Cell cell) {
        lines.add(String.join(
                "\t",
                cell.section(),
                cell.row(),
                cell.protection().heading(),
                cell.outcome().text()));
    }

    void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
