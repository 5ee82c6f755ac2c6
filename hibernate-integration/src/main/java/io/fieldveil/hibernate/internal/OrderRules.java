package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code @OrderBy} and {@code @SQLOrder} on a protected attribute: the database would order by ciphertext, or by
 * what is masked. Both name attributes or columns, in any case of letters, of the whole hierarchy.
 */
final class OrderRules {

    private record Ordered(String path, @Nullable String column) {

        /** By its whole path: another attribute may have the name that it has within its embeddable. */
        private boolean isNamedBy(SqlText order) {
            boolean named = path.indexOf('.') < 0 ? order.names(path) : order.namesPath(path);
            return named || (column != null && order.names(column)) || holderIsNamedBy(order);
        }

        /** An embeddable as a whole stands for all of its columns. */
        private boolean holderIsNamedBy(SqlText order) {
            for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
                if (order.namesPath(path.substring(0, dot))) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Problems problems;
    /** By the entity's name, or the role of the collection whose elements have the attribute. */
    private final Map<String, List<Ordered>> byHolder = new HashMap<>();

    OrderRules(Problems problems) {
        this.problems = problems;
    }

    void remember(PersistentClass entity, @Nullable Collection collection, String path, BasicValue value) {
        String column = value.getColumn() instanceof Column mapped ? mapped.getName() : null;
        String holder = collection == null ? entity.getEntityName() : collection.getRole();
        String within = collection == null
                ? path
                : path.substring(collection.getRole().length()
                        - collection.getOwnerEntityName().length());
        byHolder.computeIfAbsent(holder, name -> new ArrayList<>()).add(new Ordered(within, column));
    }

    /** A collection of texts has nothing else to be ordered by. */
    void checkTexts(Collection collection) {
        if (collection.getOrderBy() != null) {
            problems.add(
                    "FV-107",
                    "Collection '" + collection.getRole() + "'",
                    "it would be ordered by ciphertext; sort what was loaded, or use @OrderColumn.");
        }
    }

    void check(Collection collection, @Nullable PersistentClass elements) {
        List<SqlText> orders = Stream.of(collection.getOrderBy(), collection.getManyToManyOrdering())
                .filter(Objects::nonNull)
                .map(SqlText::new)
                .toList();
        if (orders.isEmpty()) {
            return;
        }
        Stream<String> holders = elements == null
                ? Stream.of(collection.getRole())
                : EntityTables.hierarchy(elements).stream().map(PersistentClass::getEntityName);
        holders.flatMap(holder -> byHolder.getOrDefault(holder, List.of()).stream())
                .filter(attribute -> orders.stream().anyMatch(attribute::isNamedBy))
                .forEach(attribute -> problems.add(
                        "FV-107",
                        "Collection '" + collection.getRole() + "'",
                        "its order names the protected attribute '" + attribute.path()
                                + "'; order by another attribute, or sort what was loaded."));
    }
}
