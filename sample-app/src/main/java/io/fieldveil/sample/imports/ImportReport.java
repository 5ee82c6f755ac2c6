package io.fieldveil.sample.imports;

import java.util.List;

/**
 * What became of a file.
 *
 * @param loaded how many contacts were stored
 * @param badRows the rows that were not, by line
 */
public record ImportReport(int loaded, List<BadRow> badRows) {
    public ImportReport {
        badRows = List.copyOf(badRows);
    }
}
