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

/** Applies {@link SealedConverter} by itself to every attribute whose column holds ciphertext, and to no other. */
final class SealedConverterDescriptor
        implements ConverterDescriptor<Object, Object>, AutoApplicableConverterDescriptor {

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
        return new SealedConverter(declared(value, annotations), text, context);
    }

    /** What is always a text may stand in a collection, whose type the value tells instead. */
    private static Class<?> declared(BasicValue value, PiiAnnotations annotations) {
        Class<?> type = raw(value.getResolvedJavaType());
        boolean collection = java.util.Collection.class.isAssignableFrom(type)
                || java.util.Map.class.isAssignableFrom(type)
                || type == Object.class;
        return collection && !annotations.isRandomised() ? String.class : type;
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
        var annotations = PiiAnnotations.of(member);
        return annotations.isConverted() && annotations.masked() == null ? this : null;
    }

    @Override
    public @Nullable ConverterDescriptor<?, ?> getAutoAppliedConverterDescriptorForMapKey(
            MemberDetails member, MetadataBuildingContext context) {
        return null;
    }
}
