package io.fieldveil.hibernate.internal;

import jakarta.persistence.AttributeConverter;
import java.util.function.Function;
import org.hibernate.annotations.Immutable;
import org.hibernate.boot.model.convert.spi.JpaAttributeConverterCreationContext;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.resource.beans.spi.ManagedBean;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * Converts between the column and what Hibernate holds of an encrypted attribute, or of a collection's masked texts; seals
 * the parameters and literals of queries. It opens nothing. Bound to its attribute once the whole mapping is known; used before that, it fails.
 */
@Immutable
final class SealedConverter
        implements JpaAttributeConverter<Object, Object>,
                AttributeConverter<Object, Object>,
                ManagedBean<SealedConverter> {

    private JavaType<Object> domainType;
    private final JavaType<Object> relationalType;
    private final JavaType<SealedConverter> converterType;
    private @Nullable ProtectedAttribute attribute;
    private boolean elements;

    /** @param column from the converter to the Java type of what the column holds */
    @SuppressWarnings("unchecked")
    SealedConverter(
            Class<?> domain,
            Function<SealedConverter, JavaType<?>> column,
            JpaAttributeConverterCreationContext context) {
        domainType = ProtectedJavaType.of(domain);
        relationalType = (JavaType<Object>) column.apply(this);
        converterType = context.getJavaTypeRegistry().resolveDescriptor(SealedConverter.class);
    }

    /** The attribute that this stands before, in a column; null if it stands before none. */
    static @Nullable ProtectedAttribute attributeOf(Column column) {
        return column.getValue() instanceof BasicValue value
                        && value.resolve().getValueConverter() instanceof SealedConverter converter
                ? converter.attribute()
                : null;
    }

    void bind(ProtectedAttribute value) {
        attribute = value;
    }

    /** Seals, from now on, what Hibernate looks a natural id up by. */
    void sealKeys() {
        domainType = new NaturalIdJavaType(this);
    }

    /** From now on, stands between the column and the texts of a collection, which no property access covers. */
    void sealElements() {
        domainType = new ElementJavaType(this);
        elements = true;
    }

    ProtectedAttribute attribute() {
        ProtectedAttribute bound = attribute;
        if (bound == null) {
            throw Messages.unbound("unknown");
        }
        return bound;
    }

    @Nullable
    ProtectedAttribute attributeOrNull() {
        return attribute;
    }

    @Override
    public @Nullable Object toDomainValue(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        Object sealed = attribute().fromColumn(column);
        return elements && attribute().sealing().form() != Sealing.Form.CLIENT
                ? ElementTexts.handOut(attribute(), sealed)
                : sealed;
    }

    @Override
    public @Nullable Object toRelationalValue(@Nullable Object value) {
        if (value instanceof Posted posted) {
            throw posted.refusal(attribute().rule());
        }
        if (value instanceof Unmatchable none) {
            return none.column();
        }
        Object behind = value != null && elements ? ElementTexts.find(value, attribute()) : null;
        if (value != null && elements && behind == null && attribute().masked() && Memory.isCover(value)) {
            throw Messages.maskTyped(attribute().rule()); // of another attribute, or under another tenant
        }
        return value == null ? null : attribute().sealing().toColumn(behind == null ? value : behind);
    }

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Object value) {
        return toRelationalValue(value);
    }

    @Override
    public @Nullable Object convertToEntityAttribute(@Nullable Object column) {
        return toDomainValue(column);
    }

    @Override
    public JavaType<Object> getDomainJavaType() {
        return domainType;
    }

    @Override
    public JavaType<Object> getRelationalJavaType() {
        return relationalType;
    }

    @Override
    public JavaType<? extends AttributeConverter<Object, Object>> getConverterJavaType() {
        return converterType;
    }

    @Override
    public ManagedBean<? extends AttributeConverter<Object, Object>> getConverterBean() {
        return this;
    }

    @Override
    public Class<SealedConverter> getBeanClass() {
        return SealedConverter.class;
    }

    @Override
    public SealedConverter getBeanInstance() {
        return this;
    }
}
