package io.fieldveil.hibernate.internal.sql;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mapped table.
 *
 * @param schema null where the mapping leaves it to the connection
 * @param catalog likewise
 * @param columns those that are mapped
 * @param protectedColumns those of them that hold protected attributes
 * @param names of protected columns that are marked by name, the columns that hold the names: to change the one is to
 *     change what the other is
 */
public record SqlTable(
        String name,
        @Nullable String schema,
        @Nullable String catalog,
        Set<String> columns,
        Set<String> protectedColumns,
        Map<String, String> names) {

    public SqlTable {
        name = Names.fold(name);
        schema = schema == null ? null : Names.fold(schema);
        catalog = catalog == null ? null : Names.fold(catalog);
        columns = folded(columns);
        protectedColumns = folded(protectedColumns);
        names = names.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> Names.fold(each.getKey()), each -> Names.fold(each.getValue())));
    }

    private static Set<String> folded(Collection<String> names) {
        return names.stream().map(Names::fold).collect(Collectors.toUnmodifiableSet());
    }

    /** What stands where this one may stand: the name alone does not say in which schema. */
    boolean mayBe(@Nullable String otherCatalog, @Nullable String otherSchema) {
        // MariaDB writes its catalogs where others write schemas.
        boolean sameSchema = otherSchema == null
                || (schema == null && catalog == null)
                || otherSchema.equals(schema)
                || otherSchema.equals(catalog);
        return sameSchema && (otherCatalog == null || catalog == null || otherCatalog.equals(catalog));
    }

    boolean isProtected() {
        return !protectedColumns.isEmpty();
    }
}
