package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** The columns that hold protected attributes, and what else names them. */
final class ProtectedColumns {

    private record Place(Table table, Column column, ProtectedAttribute attribute) {}

    /** By the column's name, in lower case. */
    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    ProtectedColumns(InFlightMetadataCollector metadata) {
        metadata.getEntityBindingMap()
                .values()
                .forEach(entity ->
                        forEachProperty(entity, property -> remember(property, EntityTables.table(entity, property))));
        metadata.getCollectionBindings().forEach(collection -> {
            forEachElementProperty(collection, property -> remember(property, collection.getCollectionTable()));
            remember(texts(collection), collection.getElement(), collection.getCollectionTable());
        });
    }

    /** What protects a collection of texts; null if nothing does. */
    static @Nullable ProtectedAttribute texts(org.hibernate.mapping.Collection collection) {
        return collection.getElement() instanceof BasicValue value
                        && PiiAnnotations.of(value.getMemberDetails()).isConverted()
                        && value.resolve().getValueConverter() instanceof SealedConverter converter
                ? converter.attributeOrNull()
                : null;
    }

    /** Visits what a collection's elements have, embeddables taken apart. */
    static void forEachElementProperty(org.hibernate.mapping.Collection collection, Consumer<Property> visitor) {
        if (collection.getElement() instanceof Component component) {
            component.getProperties().forEach(child -> flatten(child, visitor));
        }
    }

    /** Visits what stands in an entity's tables, embeddables taken apart. */
    static void forEachProperty(PersistentClass entity, Consumer<Property> visitor) {
        EntityTables.properties(entity).forEach(property -> flatten(property, visitor));
        entity.getJoins().forEach(join -> join.getProperties().forEach(property -> flatten(property, visitor)));
    }

    private static void flatten(Property property, Consumer<Property> visitor) {
        if (property.getValue() instanceof Component component) {
            component.getProperties().forEach(child -> flatten(child, visitor));
        } else if (!(property.getValue() instanceof org.hibernate.mapping.Collection)) {
            visitor.accept(property);
        }
    }

    private void remember(Property property, Table table) {
        remember(attribute(property), property.getValue(), table);
    }

    private void remember(@Nullable ProtectedAttribute attribute, Value mapped, Table table) {
        if (attribute == null
                || !(mapped instanceof BasicValue value)
                || !(value.getColumn() instanceof Column column)) {
            return;
        }
        if (at(table, column) == null) {
            places.computeIfAbsent(lower(column.getName()), name -> new ArrayList<>())
                    .add(new Place(table, column, attribute));
        }
    }

    static @Nullable ProtectedAttribute attribute(Property property) {
        return property.getPropertyAccessStrategy() instanceof SealedPropertyAccessStrategy strategy
                ? strategy.attribute()
                : null;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** The attribute that protects a column; null if there is none. */
    @Nullable
    ProtectedAttribute at(Table table, Selectable selectable) {
        if (selectable instanceof Column column) {
            for (Place place : places.getOrDefault(lower(column.getName()), List.of())) {
                if (mayBeSame(place.table(), table)) {
                    return place.attribute();
                }
            }
        }
        return null;
    }

    /** The attributes whose columns a piece of SQL may read, by naming one of a visible table or of one that it names. */
    List<ProtectedAttribute> readBy(String sql, Collection<Table> visible) {
        var text = new SqlText(sql);
        return places.values().stream()
                .flatMap(List::stream)
                .filter(place -> text.names(place.column().getName()))
                .filter(place -> text.names(place.table().getName())
                        || visible.stream().anyMatch(table -> mayBeSame(table, place.table())))
                .map(Place::attribute)
                .toList();
    }

    /** The same of a whole query, which names its tables, and can read all of their columns at once. */
    List<ProtectedAttribute> selectedBy(String sql) {
        var text = new SqlText(sql);
        return places.values().stream()
                .flatMap(List::stream)
                .filter(place -> text.names(place.table().getName()))
                .filter(place -> text.names(place.column().getName()) || text.names("*"))
                .map(Place::attribute)
                .toList();
    }

    /** The attributes whose tables a piece of SQL names. */
    List<ProtectedAttribute> inTablesOf(String sql) {
        var text = new SqlText(sql);
        return places.values().stream()
                .flatMap(List::stream)
                .filter(place -> text.names(place.table().getName()))
                .map(Place::attribute)
                .toList();
    }

    /** A table without a schema or catalog stands in the default one, whose name is not known here. */
    private static boolean mayBeSame(Table one, Table other) {
        return lower(one.getName()).equals(lower(other.getName()))
                && mayBeSame(one.getSchema(), other.getSchema())
                && mayBeSame(one.getCatalog(), other.getCatalog());
    }

    private static boolean mayBeSame(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equalsIgnoreCase(other);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
