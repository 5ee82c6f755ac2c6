package io.fieldveil.hibernate.internal;

import java.util.function.BiFunction;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Map;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.jspecify.annotations.Nullable;

/** Refuses protected attributes as keys of maps and associations, which hold and show them past the entity's edge. */
final class KeyRules {

    private final Problems problems;
    private final BiFunction<Table, Selectable, @Nullable ProtectedAttribute> protectedBy;

    KeyRules(Problems problems, BiFunction<Table, Selectable, @Nullable ProtectedAttribute> protectedBy) {
        this.problems = problems;
        this.protectedBy = protectedBy;
    }

    void check(InFlightMetadataCollector metadata) {
        for (PersistentClass entity : metadata.getEntityBindingMap().values()) {
            String prefix = "Attribute '%s' of entity '" + entity.getJpaEntityName() + "'";
            entity.getProperties().forEach(property -> checkAssociations(metadata, property, prefix));
            entity.getJoins()
                    .forEach(join ->
                            join.getProperties().forEach(property -> checkAssociations(metadata, property, prefix)));
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            String place = "Collection '" + collection.getRole() + "'";
            checkReferenced(collection.getOwner(), collection.getReferencedPropertyName(), place);
            if (collection instanceof Map map && map.getMapKeyPropertyName() != null) {
                checkMapKey(metadata, map, place);
            }
        }
    }

    private void checkAssociations(InFlightMetadataCollector metadata, Property property, String prefix) {
        if (property.getValue() instanceof Component component) {
            component.getProperties().forEach(child -> checkAssociations(metadata, child, prefix));
        } else if (property.getValue() instanceof ToOne association) {
            checkReferenced(
                    metadata.getEntityBinding(association.getReferencedEntityName()),
                    association.getReferencedPropertyName(),
                    prefix.formatted(property.getName()));
        }
    }

    /** Equal ciphertexts may join, as they do in queries; a mask's value would be copied to a column of its own. */
    private void checkReferenced(@Nullable PersistentClass entity, @Nullable String path, String place) {
        var attribute = entity == null || path == null ? null : find(entity.getReferencedProperty(path));
        if (attribute != null && (attribute.masked() || !attribute.sealing().comparable())) {
            problems.add(
                    "FV-136",
                    place,
                    "its foreign key refers to " + attribute.rule().place()
                            + " and would hold that value unprotected; refer to the primary key, or to an attribute that"
                            + " is @AutoHashed alone.");
        }
    }

    private void checkMapKey(InFlightMetadataCollector metadata, Map map, String place) {
        var entity = EntityTables.elements(map, metadata);
        var attribute = entity == null ? null : find(entity.getRecursiveProperty(map.getMapKeyPropertyName()));
        if (attribute != null) {
            problems.add(
                    "FV-135",
                    place,
                    "@MapKey names " + attribute.rule().place()
                            + ", and the map's keys would show what that one covers; key it by another attribute.");
        }
    }

    private @Nullable ProtectedAttribute find(Property property) {
        var value = property.getValue();
        for (Selectable selectable : value.getSelectables()) {
            var attribute = protectedBy.apply(value.getTable(), selectable);
            if (attribute != null) {
                return attribute;
            }
        }
        return null;
    }
}
