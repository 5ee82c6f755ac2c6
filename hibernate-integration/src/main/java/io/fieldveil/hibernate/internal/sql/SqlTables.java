package io.fieldveil.hibernate.internal.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mapped tables of a persistence unit, by name. */
public final class SqlTables {

    private final Map<String, List<SqlTable>> byName = new HashMap<>();
    private final List<SqlTable> guarded = new ArrayList<>();

    public SqlTables(Collection<SqlTable> tables) {
        for (SqlTable table : tables) {
            byName.computeIfAbsent(table.name(), name -> new ArrayList<>()).add(table);
            if (table.isProtected()) {
                guarded.add(table);
            }
        }
    }

    /** All of them. */
    public List<SqlTable> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    /** Those with protected columns. */
    public List<SqlTable> guarded() {
        return guarded;
    }

    /** Those that a name may stand for; several where more than one schema has such a table. */
    List<SqlTable> named(@Nullable String catalog, @Nullable String schema, String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(table -> table.mayBe(catalog, schema))
                .toList();
    }
}
