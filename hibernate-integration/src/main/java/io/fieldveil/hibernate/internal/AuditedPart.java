package io.fieldveil.hibernate.internal;

import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.envers.boot.internal.EnversService;
import org.hibernate.envers.internal.entities.PropertyData;
import org.hibernate.envers.internal.entities.mapper.PropertyMapper;
import org.hibernate.envers.internal.entities.mapper.SinglePropertyMapper;
import org.hibernate.envers.internal.reader.AuditReaderImplementor;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Property;
import org.hibernate.property.access.spi.BuiltInPropertyAccessStrategies;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * How Envers copies a protected attribute of an embeddable: from the edge, and not from the field. Envers remembers for
 * all session factories how it reads a field; here it reads the instance itself, which is the same for all.
 */
@SuppressWarnings("rawtypes") // as Envers declares the methods that are inherited
final class AuditedPart extends SinglePropertyMapper {

    private static final String PREFIX = "fieldveil.";

    private final String name;
    private final PropertyMapper ordinary;
    private final Component component;
    private final Property original;
    private final Type type;
    private volatile @Nullable AttributeEdge edge;

    AuditedPart(PropertyData data, PropertyMapper ordinary, Component component, Property original) {
        super(led(data));
        name = data.getName();
        this.ordinary = ordinary;
        this.component = component;
        this.original = original;
        type = original.getValue().getType();
    }

    /** Has Envers read the instance in place of one of its fields. */
    static PropertyData led(PropertyData data) {
        return copy(data, PREFIX + data.getBeanName(), BuiltInPropertyAccessStrategies.EMBEDDED.getExternalName());
    }

    /** Has Envers read an embeddable within another by its field alone. */
    static PropertyData plain(PropertyData data) {
        return copy(data, data.getBeanName(), data.getAccessType());
    }

    private static PropertyData copy(PropertyData data, String bean, String access) {
        return new PropertyData(
                data.getName(),
                bean,
                access,
                data.isUsingModifiedFlag(),
                data.getModifiedFlagPropertyName(),
                data.isSynthetic(),
                data.getType(),
                data.getVirtualReturnClass(),
                null);
    }

    @Override
    public boolean mapToMapFromEntity(
            SharedSessionContractImplementor session,
            Map<String, Object> data,
            @Nullable Object owner,
            @Nullable Object oldOwner) {
        Object sealed = sealed(owner);
        data.put(name, sealed);
        return !type.isEqual(sealed, sealed(oldOwner));
    }

    private @Nullable Object sealed(@Nullable Object owner) {
        return owner == null ? null : edge().outOf(owner);
    }

    private AttributeEdge edge() {
        AttributeEdge present = edge;
        if (present == null) {
            present = SealedPropertyAccessStrategy.edgeOf(original, component.getComponentClass());
            edge = present;
        }
        return present;
    }

    @Override
    public void mapToEntityFromMap(
            EnversService envers,
            Object owner,
            Map data,
            Object primaryKey,
            AuditReaderImplementor reader,
            Number revision) {
        ordinary.mapToEntityFromMap(envers, owner, data, primaryKey, reader, revision);
    }

    /** One of the values that an instance is made of: it is shown already. */
    @Override
    public @Nullable Object mapToEntityFromMap(
            EnversService envers, Map data, Object primaryKey, AuditReaderImplementor reader, Number revision) {
        Object shown = data.get(name);
        return shown == null || component.getCustomInstantiator() == null ? shown : new Shown(shown);
    }
}
