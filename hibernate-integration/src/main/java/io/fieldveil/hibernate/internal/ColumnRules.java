package io.fieldveil.hibernate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.FilterConfiguration;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Refuses what else in a mapping reads a protected column, past the attribute that protects it. */
final class ColumnRules {

    private static final Pattern COMPUTED = Pattern.compile("(?is)\\b(?:as|default)\\s*\\((.*)\\)");

    private final Problems problems;
    private final InFlightMetadataCollector metadata;
    private final ProtectedColumns columns;
    private final CustomSqlRules sqlRules;

    ColumnRules(Problems problems, InFlightMetadataCollector metadata) {
        this.problems = problems;
        this.metadata = metadata;
        columns = new ProtectedColumns(metadata);
        sqlRules = new CustomSqlRules(problems, columns);
    }

    void check() {
        if (columns.isEmpty()) {
            return;
        }
        metadata.getEntityBindingMap().values().forEach(this::checkEntity);
        metadata.getCollectionBindings().forEach(this::checkCollection);
        new KeyRules(problems, columns::at).check(metadata);
        new UniqueRules(problems, columns).check(metadata);
        new LoaderRules(problems, columns).check(metadata);
    }

    private void checkEntity(PersistentClass entity) {
        String name = "entity '" + entity.getJpaEntityName() + "'";
        Table table = entity.getTable();
        ProtectedColumns.forEachProperty(
                entity,
                property -> checkValue(
                        ProtectedColumns.attribute(property),
                        property.getValue(),
                        EntityTables.table(entity, property),
                        "Attribute '" + property.getName() + "' of " + name));
        checkValue(null, entity.getIdentifier(), table, "Identifier of " + name);
        checkValue(null, entity.getDiscriminator(), table, "Discriminator of " + name);
        checkQuery(table.getSubselect(), "@Subselect of " + name);
        checkQuery(table.getViewQuery(), "@View of " + name);
        sqlRules.check(entity, name);
        checkTexts(
                EntityTables.tables(entity),
                "Restriction or filter of " + name,
                entity.getFilters(),
                entity.getWhere());
    }

    private void checkCollection(org.hibernate.mapping.Collection collection) {
        String name = "'" + collection.getRole() + "'";
        sqlRules.check(collection, name);
        var filters = new ArrayList<FilterConfiguration>(collection.getFilters());
        filters.addAll(collection.getManyToManyFilters());
        checkTexts(
                visible(collection),
                "Restriction or filter of collection " + name,
                filters,
                collection.getWhere(),
                collection.getManyToManyWhere());
        var parts = new ArrayList<Value>(List.of(collection.getKey()));
        if (collection.getElement() instanceof Component) {
            ProtectedColumns.forEachElementProperty(
                    collection,
                    property -> checkValue(
                            ProtectedColumns.attribute(property),
                            property.getValue(),
                            collection.getCollectionTable(),
                            "Collection " + name));
        } else {
            checkValue(
                    ProtectedColumns.texts(collection),
                    collection.getElement(),
                    collection.getElement().getTable(),
                    "Collection " + name);
        }
        if (collection instanceof IdentifierCollection identified) {
            parts.add(identified.getIdentifier());
        }
        // A @MapKey is a copy of an attribute, and has a rule of its own.
        if (collection instanceof IndexedCollection indexed && !indexed.hasMapKeyProperty()) {
            parts.add(indexed.getIndex());
        }
        parts.forEach(part -> checkValue(null, part, part.getTable(), "Collection " + name));
    }

    /** Its own table, and those of the entities that it holds. */
    private Set<Table> visible(org.hibernate.mapping.Collection collection) {
        var tables = new HashSet<Table>();
        tables.add(collection.getCollectionTable());
        tables.add(collection.getElement().getTable());
        var elements = EntityTables.elements(collection, metadata);
        if (elements != null) {
            tables.addAll(EntityTables.tables(elements));
        }
        return tables;
    }

    /** @param own the attribute whose columns they are; null if it is not protected */
    private void checkValue(@Nullable ProtectedAttribute own, @Nullable Value value, Table table, String place) {
        if (value == null) {
            return;
        }
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Formula formula) {
                checkText(Set.of(table), formula.getFormula(), place);
                continue;
            }
            if (own == null && selectable instanceof Column column) {
                checkText(Set.of(table), column.getGeneratedAs(), place);
                checkText(Set.of(table), column.getCustomReadExpression(), place);
                checkText(Set.of(table), column.getCustomWriteExpression(), place);
                checkText(Set.of(table), column.getDefaultValue(), place);
                checkText(Set.of(table), computed(column.getSqlType()), place);
            }
            var other = columns.at(table, selectable);
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

    /** What a column definition such as {@code integer generated always as (income)} computes; null if it is none. */
    private static @Nullable String computed(@Nullable String definition) {
        var expression = definition == null ? null : COMPUTED.matcher(definition);
        return expression != null && expression.find() ? expression.group(1) : null;
    }

    private static boolean sameProtection(ProtectedAttribute one, ProtectedAttribute other) {
        return one.sealing().domain().equals(other.sealing().domain())
                && one.masked() == other.masked()
                && one.rule().reveal() == other.rule().reveal()
                && one.rule().permission().equals(other.rule().permission());
    }

    private void checkTexts(
            Collection<Table> visible,
            String place,
            List<FilterConfiguration> filters,
            @Nullable String... restrictions) {
        filters.forEach(filter -> checkText(visible, filter.getCondition(), place));
        for (String restriction : restrictions) {
            checkText(visible, restriction, place);
        }
    }

    /** @param visible the tables whose columns the text can name without their table */
    private void checkText(Collection<Table> visible, @Nullable String sql, String place) {
        if (sql != null) {
            report(columns.readBy(sql, visible), place);
        }
    }

    private void checkQuery(@Nullable String sql, String place) {
        if (sql != null) {
            var touched = columns.touchedBy(sql);
            report(columns.attributes(touched.used()), place);
            report(columns.attributes(touched.selected()), place);
        }
    }

    private void report(Set<ProtectedAttribute> read, String place) {
        for (ProtectedAttribute attribute : read) {
            problems.add(Messages.mappedSql(attribute.rule()), place);
        }
    }
}
