package io.fieldveil.hibernate.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how wide the columns of ciphertext were made, because Bean Validation's {@code @Size} shrinks them
 * afterwards and the live schema is compared with it. By table, since columns of the same name are equal to Hibernate.
 */
final class ColumnWidths {

    record Width(String place, long length) {}

    private static final WeakIdentityMap<Map<String, Width>> WIDTHS = new WeakIdentityMap<>();

    private ColumnWidths() {}

    static void remember(Table table, Column column, String place, long length) {
        WIDTHS.computeIfAbsent(table, ConcurrentHashMap::new).put(column.getCanonicalName(), new Width(place, length));
    }

    /** Remembers of a copy what is remembered of its original. */
    static void copy(Table table, Column column, Table copiedTable, Column copied) {
        Width width = of(table, column);
        if (width != null) {
            remember(copiedTable, copied, width.place(), width.length());
        }
    }

    static @Nullable Width of(Table table, Column column) {
        Map<String, Width> columns = WIDTHS.get(table);
        Width width = columns == null ? null : columns.get(column.getCanonicalName());
        // The table of a table-per-class subclass repeats the columns of its superclass.
        return width == null && table instanceof DenormalizedTable own ? of(own.getIncludedTable(), column) : width;
    }
}
