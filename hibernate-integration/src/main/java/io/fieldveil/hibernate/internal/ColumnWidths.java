package io.fieldveil.hibernate.internal;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how wide the columns of ciphertext were made, because Bean Validation's {@code @Size} shrinks them
 * afterwards and the live schema is compared with it.
 */
final class ColumnWidths {

    record Width(String place, long length) {}

    private static final Map<Column, Width> WIDTHS = Collections.synchronizedMap(new WeakHashMap<>());

    private ColumnWidths() {}

    static void remember(Column column, String place, long length) {
        WIDTHS.put(column, new Width(place, length));
    }

    static @Nullable Width of(Column column) {
        return WIDTHS.get(column);
    }
}
