package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.internal.sql.SqlColumn;
import io.fieldveil.hibernate.internal.sql.SqlReading;
import io.fieldveil.hibernate.internal.sql.SqlTable;
import io.fieldveil.hibernate.internal.sql.SqlTables;
import io.fieldveil.hibernate.internal.sql.SqlUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** The columns that hold protected attributes, and what SQL touches of them. */
final class ProtectedColumns {

    private record Place(Table table, Column column, ProtectedAttribute attribute) {}

    /** By the column's name, in lower case. */
    private final Map<String, List<Place>> places = new LinkedHashMap<>();

    private final Map<Table, SqlTable> tables = new HashMap<>();
    private final SqlReading reading;

    ProtectedColumns(MetadataImplementor metadata) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            forEachProperty(entity, property -> remember(property, EntityTables.table(entity, property)));
        }
        metadata.getCollectionBindings().forEach(collection -> {
            forEachElementProperty(collection, property -> remember(property, collection.getCollectionTable()));
            remember(texts(collection), collection.getElement(), collection.getCollectionTable());
        });
        metadata.collectTableMappings().forEach(table -> tables.put(table, sqlTable(table)));
        reading = new SqlReading(new SqlTables(tables.values()));
    }

    private SqlTable sqlTable(Table table) {
        var columns = new HashSet<String>();
        table.getColumns().forEach(column -> columns.add(column.getName()));
        var guarded = new HashSet<String>();
        var names = new HashMap<String, String>();
        places.values().stream().flatMap(List::stream).forEach(place -> {
            if (mayBeSame(place.table(), table)) {
                String column = place.column().getName();
                guarded.add(column);
                var naming = place.attribute().naming();
                if (naming != null) {
                    naming.column().ifPresent(name -> names.put(column, name));
                }
            }
        });
        columns.addAll(guarded);
        return new SqlTable(table.getName(), table.getSchema(), table.getCatalog(), columns, guarded, names);
    }

    /** What protects a collection of texts; null if nothing does. */
    static @Nullable ProtectedAttribute texts(org.hibernate.mapping.Collection collection) {
        return collection.getElement() instanceof BasicValue value
                        && PiiAnnotations.of(value.getMemberDetails()).isPresent()
                        && value.resolve().getValueConverter() instanceof SealedConverter converter
                ? converter.attributeOrNull()
                : null;
    }

    /** Visits what a collection's elements have, embeddables taken apart. */
    static void forEachElementProperty(org.hibernate.mapping.Collection collection, Consumer<Property> visitor) {
        if (collection.getElement() instanceof Component component) {
            forEachWithin(component, visitor);
        }
    }

    /** Visits what stands in an entity's tables, embeddables taken apart. */
    static void forEachProperty(PersistentClass entity, Consumer<Property> visitor) {
        EntityTables.properties(entity).forEach(property -> flatten(property, visitor));
    }

    /** The same, each with the entity's own property that it is, or is within. */
    static void forEachNamed(PersistentClass entity, BiConsumer<Property, Property> visitor) {
        entity.getPropertyClosure().forEach(root -> flatten(root, property -> visitor.accept(root, property)));
    }

    /** Visits what an embeddable has, embeddables within it taken apart. */
    static void forEachWithin(Component component, Consumer<Property> visitor) {
        component.getProperties().forEach(property -> flatten(property, visitor));
    }

    private static void flatten(Property property, Consumer<Property> visitor) {
        if (property.getValue() instanceof Component component) {
            forEachWithin(component, visitor);
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
        return selectable instanceof Column column ? at(table, column.getName()) : null;
    }

    private @Nullable ProtectedAttribute at(Table table, String column) {
        for (Place place : places.getOrDefault(lower(column), List.of())) {
            if (mayBeSame(place.table(), table)) {
                return place.attribute();
            }
        }
        return null;
    }

    /** By all tables and columns that SQL can name. */
    Map<SqlColumn, ProtectedAttribute> attributes() {
        var attributes = new HashMap<SqlColumn, ProtectedAttribute>();
        tables.forEach((table, named) -> named.protectedColumns()
                .forEach(column -> attributes.put(
                        new SqlColumn(named, column), Objects.requireNonNull(at(table, column), column))));
        return attributes;
    }

    /** The tables of an entity and of its whole hierarchy. */
    List<SqlTable> tablesOf(PersistentClass entity) {
        return named(EntityTables.tables(entity));
    }

    /** Whether the entity reads a column of this name from this table alone, where the attribute covers it. */
    boolean isCoveredBy(PersistentClass entity, SqlColumn column) {
        return tablesOf(entity).stream()
                .filter(table -> table.columns().contains(column.name()))
                .allMatch(column.table()::equals);
    }

    private List<SqlTable> named(Collection<Table> some) {
        return some.stream()
                .map(table -> tables.computeIfAbsent(table, this::sqlTable))
                .toList();
    }

    boolean isTable(SqlTable named, Table table) {
        return named.equals(tables.get(table));
    }

    SqlReading reading() {
        return reading;
    }

    /** The attributes that a piece of SQL touches, which Hibernate puts into its statements about some tables. */
    Set<ProtectedAttribute> readBy(String sql, Collection<Table> visible) {
        return attributes(reading.fragment(sql, named(visible), true).used());
    }

    /** What a whole statement touches. */
    SqlUse touchedBy(String sql) {
        return reading.statement(sql);
    }

    Set<ProtectedAttribute> attributes(Collection<SqlColumn> columns) {
        var all = attributes();
        var found = new LinkedHashSet<ProtectedAttribute>();
        columns.forEach(column -> found.add(Objects.requireNonNull(all.get(column), column.name())));
        return found;
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
