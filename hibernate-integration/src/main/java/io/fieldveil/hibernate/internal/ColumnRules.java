package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Refuses what else in a mapping reads a protected column, past the attribute that protects it. */
final class ColumnRules {

    private record Place(String table, String column) {
        static Place of(Table table, Column column) {
            return new Place(lower(table.getName()), lower(column.getName()));
        }
    }

    private final Problems problems;
    private final Map<Place, ProtectedAttribute> columns = new LinkedHashMap<>();

    ColumnRules(Problems problems) {
        this.problems = problems;
    }

    void check(InFlightMetadataCollector metadata) {
        var entities = metadata.getEntityBindingMap().values();
        entities.forEach(entity -> properties(entity).forEach(property -> remember(entity, property)));
        if (columns.isEmpty()) {
            return;
        }
        for (PersistentClass entity : entities) {
            properties(entity).forEach(property -> checkProperty(entity, property));
            checkValue(
                    null,
                    entity.getIdentifier(),
                    entity.getTable(),
                    "Identifier of entity '" + entity.getJpaEntityName() + "'");
            checkValue(
                    null,
                    entity.getDiscriminator(),
                    entity.getTable(),
                    "Discriminator of entity '" + entity.getJpaEntityName() + "'");
            if (entity.getTable().getSubselect() != null) {
                checkText(
                        null,
                        entity.getTable().getSubselect(),
                        "@Subselect of entity '" + entity.getJpaEntityName() + "'");
            }
            String place = "Restriction or filter of entity '" + entity.getJpaEntityName() + "'";
            checkText(entity.getTable(), entity.getWhere(), place);
            entity.getFilters().forEach(filter -> checkText(entity.getTable(), filter.getCondition(), place));
        }
        metadata.getCollectionBindings().forEach(this::checkCollection);
        new KeyRules(problems, this::protectedBy).check(metadata);
    }

    /** The attribute that protects a column; null if there is none. */
    private @Nullable ProtectedAttribute protectedBy(Table table, Selectable selectable) {
        return selectable instanceof Column column ? columns.get(Place.of(table, column)) : null;
    }

    private void checkCollection(Collection collection) {
        String place = "Restriction or filter of collection '" + collection.getRole() + "'";
        Consumer<@Nullable String> check =
                text -> checkText(collection.getElement().getTable(), text, place);
        check.accept(collection.getWhere());
        check.accept(collection.getManyToManyWhere());
        collection.getFilters().forEach(filter -> check.accept(filter.getCondition()));
        collection.getManyToManyFilters().forEach(filter -> check.accept(filter.getCondition()));
        String columns = "Collection '" + collection.getRole() + "'";
        for (Value value : new Value[] {collection.getKey(), collection.getElement()}) {
            checkValue(null, value, value.getTable(), columns);
        }
    }

    private static List<Property> properties(PersistentClass entity) {
        var all = new ArrayList<Property>();
        EntityTables.properties(entity).forEach(property -> flatten(property, all));
        entity.getJoins().forEach(join -> join.getProperties().forEach(property -> flatten(property, all)));
        return all;
    }

    private static void flatten(Property property, List<Property> all) {
        if (property.getValue() instanceof Component component) {
            component.getProperties().forEach(child -> flatten(child, all));
        } else if (!(property.getValue() instanceof Collection)) {
            all.add(property);
        }
    }

    private void remember(PersistentClass entity, Property property) {
        var attribute = attribute(property);
        if (attribute != null
                && property.getValue() instanceof BasicValue value
                && value.getColumn() instanceof Column column) {
            columns.putIfAbsent(Place.of(EntityTables.table(entity, property), column), attribute);
        }
    }

    private static @Nullable ProtectedAttribute attribute(Property property) {
        return property.getPropertyAccessStrategy() instanceof SealedPropertyAccessStrategy strategy
                ? strategy.attribute()
                : null;
    }

    private void checkProperty(PersistentClass entity, Property property) {
        var own = attribute(property);
        String place = "Attribute '" + property.getName() + "' of entity '" + entity.getJpaEntityName() + "'";
        checkValue(own, property.getValue(), EntityTables.table(entity, property), place);
    }

    /** @param own the attribute whose columns they are; null if it is not protected */
    private void checkValue(@Nullable ProtectedAttribute own, @Nullable Value value, Table table, String place) {
        if (value == null) {
            return;
        }
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Formula formula) {
                checkText(table, formula.getFormula(), place);
                continue;
            }
            if (own == null && selectable instanceof Column column) {
                checkText(table, column.getGeneratedAs(), place);
            }
            var other = protectedBy(table, selectable);
            if (other != null && (own == null || !sameProtection(own, other))) {
                problems.add(
                        "FV-127",
                        place,
                        "it maps the column of " + other.rule().place()
                                + " without the same protection, and would show what that one covers. Annotate both"
                                + " alike, or map the column once.");
            }
        }
    }

    private static boolean sameProtection(ProtectedAttribute one, ProtectedAttribute other) {
        return one.sealing().domain().equals(other.sealing().domain())
                && one.masked() == other.masked()
                && one.rule().reveal() == other.rule().reveal()
                && one.rule().permission().equals(other.rule().permission());
    }

    /** @param table whose columns the text can name without their table; null if it names its tables itself */
    private void checkText(@Nullable Table table, @Nullable String sql, String place) {
        if (sql == null || sql.isBlank()) {
            return;
        }
        var text = new SqlText(sql);
        for (var entry : columns.entrySet()) {
            boolean sees = (table != null
                            && lower(table.getName()).equals(entry.getKey().table()))
                    || text.names(entry.getKey().table());
            if (sees && (text.names(entry.getKey().column()) || (table == null && text.names("*")))) {
                problems.add(
                        "FV-128",
                        place,
                        "its SQL reads the column of " + entry.getValue().rule().place()
                                + ", which it would compute with, compare or show past its protection. Leave the column"
                                + " out, or compute from the loaded attribute.");
            }
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
