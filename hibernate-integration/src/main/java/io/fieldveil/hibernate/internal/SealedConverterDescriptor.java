package io.fieldveil.hibernate.internal;

import io.fieldveil.annotations.Storage;
import jakarta.persistence.AttributeConverter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.hibernate.boot.model.convert.spi.AutoApplicableConverterDescriptor;
import org.hibernate.boot.model.convert.spi.ConverterDescriptor;
import org.hibernate.boot.model.convert.spi.JpaAttributeConverterCreationContext;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.BasicValue;
import org.hibernate.models.spi.MemberDetails;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * Applies {@link SealedConverter} by itself to every attribute whose column holds ciphertext, and to the texts of collections
 * that are protected in any way.
 */
final class SealedConverterDescriptor
        implements ConverterDescriptor<Object, Object>, AutoApplicableConverterDescriptor {

    private final boolean elements;

    SealedConverterDescriptor() {
        this(false);
    }

    /** @param elements whether it stands before the texts of a collection */
    private SealedConverterDescriptor(boolean elements) {
        this.elements = elements;
    }

    @Override
    public Class<? extends AttributeConverter<Object, Object>> getAttributeConverterClass() {
        return SealedConverter.class;
    }

    @Override
    public Type getDomainValueResolvedType() {
        return Object.class;
    }

    @Override
    public Type getRelationalValueResolvedType() {
        return Object.class;
    }

    @Override
    public AutoApplicableConverterDescriptor getAutoApplyDescriptor() {
        return this;
    }

    @Override
    public JpaAttributeConverter<Object, Object> createJpaAttributeConverter(
            JpaAttributeConverterCreationContext context) {
        if (!(context instanceof BasicValue value)) {
            throw Messages.unbound("unknown");
        }
        var annotations = PiiAnnotations.of(value.getMemberDetails());
        var autoHashed = annotations.autoHashed();
        boolean text = autoHashed != null && autoHashed.storage() == Storage.TEXT;
        Class<?> declared = elements ? String.class : raw(value.getResolvedJavaType());
        return new SealedConverter(
                declared,
                converter ->
                        annotations.isConverted() ? SealedColumnTypes.of(converter, text) : SealedColumnTypes.plain(),
                context);
    }

    private static Class<?> raw(@Nullable Type type) {
        if (type instanceof Class<?> clazz) {
            return Boxes.box(clazz);
        }
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> clazz) {
            return clazz;
        }
        return Object.class;
    }

    @Override
    public boolean isAutoApplicable() {
        return true;
    }

    @Override
    public @Nullable ConverterDescriptor<?, ?> getAutoAppliedConverterDescriptorForAttribute(
            MemberDetails member, MetadataBuildingContext context) {
        return PiiAnnotations.of(member).isConverted() ? this : null;
    }

    @Override
    public @Nullable ConverterDescriptor<?, ?> getAutoAppliedConverterDescriptorForCollectionElement(
            MemberDetails member, MetadataBuildingContext context) {
        // A value of another type is refused later, and must not be converted until then.
        return PiiAnnotations.of(member).isPresent() && isText(member) ? new SealedConverterDescriptor(true) : null;
    }

    private static boolean isText(MemberDetails member) {
        var element = member.getElementType() == null ? member.getType() : member.getElementType();
        return element == null
                || String.class.getName().equals(element.determineRawClass().getClassName());
    }

    @Override
    public @Nullable ConverterDescriptor<?, ?> getAutoAppliedConverterDescriptorForMapKey(
            MemberDetails member, MetadataBuildingContext context) {
        return null;
    }
}
