package io.fieldveil.hibernate.internal;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.envers.internal.entities.PropertyData;
import org.hibernate.envers.internal.entities.mapper.ComponentPropertyMapper;
import org.hibernate.envers.internal.entities.mapper.PropertyMapper;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Gives every copy that Envers keeps of a protected attribute what its original has: type, width and edge. What it
 * copies in another way is refused. To be loaded only where Envers is.
 */
final class AuditCopies {

    private final InFlightMetadataCollector metadata;
    private final EnversService envers;
    private final Problems problems = new Problems();
    /** Each protected attribute has a type of its own, by which its copies are known. */
    private final IdentityHashMap<Type, ProtectedAttribute> types = new IdentityHashMap<>();

    private final Set<ProtectedAttribute> refused = new HashSet<>();

    AuditCopies(InFlightMetadataCollector metadata, EnversService envers) {
        this.metadata = metadata;
        this.envers = envers;
    }

    void bind() {
        if (!envers.isInitialized()) {
            return;
        }
        metadata.getEntityBindingMap().values().forEach(this::bind);
        metadata.getCollectionBindings().forEach(collection -> {
            ProtectedColumns.forEachElementProperty(
                    collection, property -> remember(property.getValue(), ProtectedColumns.attribute(property)));
            remember(collection.getElement(), ProtectedColumns.texts(collection));
        });
        metadata.getEntityBindingMap().values().stream()
                .filter(entity -> entity.getClassName() == null)
                .forEach(this::refuseUnbound);
        problems.throwIfAny();
    }

    private void bind(PersistentClass entity) {
        ProtectedColumns.forEachNamed(
                entity, (root, property) -> remember(property.getValue(), ProtectedColumns.attribute(property)));
        var audited = envers.getEntitiesConfigurations().get(entity.getEntityName());
        PersistentClass copy = audited == null
                ? null
                : metadata.getEntityBinding(envers.getConfig().getAuditEntityName(entity.getEntityName()));
        if (audited != null && copy != null) {
            audited.getPropertyMapper()
                    .getProperties()
                    .forEach((data, mapper) -> bind(data, mapper, entity.getPropertyClosure(), copy));
        }
    }

    private void remember(Value value, @Nullable ProtectedAttribute attribute) {
        if (attribute != null) {
            types.put(value.getType(), attribute);
        }
    }

    private void bind(PropertyData data, PropertyMapper mapper, List<Property> properties, PersistentClass copy) {
        Property original = find(data.getBeanName(), properties);
        if (original == null) {
            return;
        }
        if (original.getValue() instanceof Component component && mapper instanceof ComponentPropertyMapper parts) {
            bind(parts.getProperties(), component, copy);
        } else {
            bind(data, original, properties, copy);
        }
    }

    /** Within an embeddable, Envers takes what a field shows, and has to be led to what stands behind it. */
    private void bind(Map<PropertyData, PropertyMapper> parts, Component component, PersistentClass copy) {
        if (component.isPolymorphic() || component.getTypeName() != null || component.isDynamic()) {
            ProtectedColumns.forEachWithin(component, property -> refuse(ProtectedColumns.attribute(property)));
            return;
        }
        var led = new LinkedHashMap<PropertyData, PropertyMapper>();
        parts.forEach((data, mapper) -> {
            Property original = find(data.getBeanName(), component.getProperties());
            if (original != null) {
                bind(data, mapper, component.getProperties(), copy);
            }
            if (original != null && ProtectedColumns.attribute(original) != null) {
                led.put(AuditedPart.led(data), new AuditedPart(data, mapper, component, original));
            } else {
                led.put(mapper instanceof ComponentPropertyMapper ? AuditedPart.plain(data) : data, mapper);
            }
        });
        parts.clear();
        parts.putAll(led);
    }

    private void bind(PropertyData data, Property original, List<Property> siblings, PersistentClass copy) {
        var attribute = ProtectedColumns.attribute(original);
        Property copied = find(data.getName(), copy.getPropertyClosure());
        if (copied == null
                || !(original.getValue() instanceof BasicValue value)
                || !(copied.getValue() instanceof BasicValue copiedValue)) {
            refuse(attribute);
        } else if (attribute == null) {
            keepTenant(value, copiedValue);
        } else if (value.getType() != copiedValue.getType()) {
            refuse(attribute);
        } else if (ProtectedColumns.attribute(copied) == null) { // an heir repeats what it inherits
            if (attribute.naming() == null) {
                bind(copied, copiedValue, value, attribute);
            } else {
                Property name = NamingAccessStrategy.find(attribute, siblings);
                bind(
                        copied,
                        copiedValue,
                        value,
                        attribute,
                        name == null ? null : find(prefix(data, original) + name.getName(), copy.getPropertyClosure()));
            }
        }
    }

    /** Has the rows of copies told apart by their tenants. */
    private static void keepTenant(BasicValue original, BasicValue copy) {
        if (PiiAnnotations.isTenantId(original.getMemberDetails())) {
            copy.setMemberDetails(original.getMemberDetails());
        }
    }

    /** @param name the copy of the name by which values are marked */
    private void bind(
            Property copied,
            BasicValue copy,
            BasicValue original,
            ProtectedAttribute attribute,
            @Nullable Property name) {
        if (name == null) {
            refuse(attribute);
            return;
        }
        var own = attribute.copy();
        bind(copied, copy, original, own);
        NamingAccessStrategy.nameCopy(name, own);
    }

    private static void bind(Property copied, BasicValue copy, BasicValue original, ProtectedAttribute attribute) {
        RetypedValue.copy(copy, original);
        if (original.getColumn() instanceof Column column && copy.getColumn() instanceof Column copiedColumn) {
            copiedColumn.setLength(column.getLength());
            copiedColumn.setCollation(column.getCollation());
            ColumnWidths.copy(original.getTable(), column, copy.getTable(), copiedColumn);
        }
        copied.setPropertyAccessStrategy(SealedPropertyAccessStrategy.audited(attribute));
    }

    /** What stands before the names of an embeddable's attributes in the copy. */
    private static String prefix(PropertyData data, Property original) {
        return data.getName()
                .substring(0, data.getName().length() - original.getName().length());
    }

    private static @Nullable Property find(@Nullable String name, List<Property> properties) {
        return properties.stream()
                .filter(property -> property.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void refuseUnbound(PersistentClass copy) {
        copy.getPropertyClosure().forEach(this::refuseUnbound);
        refuseUnbound(copy.getIdentifier());
    }

    private void refuseUnbound(Property property) {
        if (ProtectedColumns.attribute(property) == null) {
            refuseUnbound(property.getValue());
        }
    }

    private void refuseUnbound(Value value) {
        if (value instanceof Component component) {
            component.getProperties().forEach(this::refuseUnbound);
        } else {
            refuse(value instanceof BasicValue ? types.get(value.getType()) : null);
        }
    }

    private void refuse(@Nullable ProtectedAttribute attribute) {
        if (attribute != null && refused.add(attribute)) {
            problems.add(OracleRules.copied(), attribute.rule().place());
        }
    }
}
