package io.fieldveil.hibernate.internal;

import java.util.Objects;
import org.hibernate.boot.model.process.internal.InferredBasicValueResolution;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.query.sqm.CastType;
import org.hibernate.type.BasicType;
import org.hibernate.type.ComponentType;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.internal.BasicTypeImpl;
import org.hibernate.type.internal.ConvertedBasicTypeImpl;
import org.hibernate.type.internal.CustomMutabilityConvertedBasicTypeImpl;
import org.hibernate.type.internal.CustomMutabilityConvertedPrimitiveBasicTypeImpl;
import org.jspecify.annotations.Nullable;

/**
 * An attribute's value resolved anew: that of a masked attribute which is stored as it is to a type that prints nothing,
 * since Hibernate logs bound parameters, read columns and flushed entities by their Java type; an encrypted natural id to
 * one that seals what it is looked up by. Each type has a name of its own, by which Envers asks for the type of a copy.
 */
final class RetypedValue extends BasicValue {

    private static final long serialVersionUID = 1L;
    private static final String SEALED = "sealed";

    private final transient Resolution<?> resolution;

    private RetypedValue(BasicValue original, Resolution<?> resolution) {
        super(original);
        this.resolution = resolution;
        // copyTypeFrom wraps these into functions that fail where there is nothing to ask.
        if (getExplicitJavaTypeAccess() == null) {
            setExplicitJavaTypeAccess(types -> null);
        }
        if (getExplicitJdbcTypeAccess() == null) {
            setExplicitJdbcTypeAccess(types -> null);
        }
        if (getExplicitMutabilityPlanAccess() == null) {
            setExplicitMutabilityPlanAccess(types -> null);
        }
        if (getImplicitJavaTypeAccess() == null) {
            setImplicitJavaTypeAccess(types -> null);
        }
    }

    /**
     * Gives a masked attribute a type that prints nothing, in place.
     *
     * @throws ReflectiveOperationException if its Java type cannot be redacted
     */
    static void redact(
            BasicValue value,
            Property property,
            @Nullable Component owner,
            ProtectedAttribute attribute,
            RedactedJavaTypes types)
            throws ReflectiveOperationException {
        retype(value, property, owner, redacted(value.resolve(), attribute, types));
    }

    /** Gives an encrypted attribute a type of its own name, in place. */
    @SuppressWarnings("unchecked")
    static void name(BasicValue value, Property property, @Nullable Component owner, ProtectedAttribute attribute) {
        var original = (Resolution<Object>) value.resolve();
        BasicType<Object> type = original.getLegacyResolvedBasicType();
        var converter = Objects.requireNonNull(original.getValueConverter(), "a converter");
        var plan = original.getMutabilityPlan();
        Class<Object> java = type.getJavaType();
        BasicType<Object> named = java.isPrimitive()
                ? new CustomMutabilityConvertedPrimitiveBasicTypeImpl<>(
                        name(attribute), SEALED, type.getJdbcType(), converter, java, plan)
                : new CustomMutabilityConvertedBasicTypeImpl<>(
                        name(attribute), SEALED, type.getJdbcType(), converter, plan);
        retype(value, property, owner, resolution(original, named));
    }

    /** Gives the copy of an attribute, in place, what its original was resolved to. */
    static void copy(BasicValue copy, BasicValue original) {
        retype(copy, null, null, original.resolve());
    }

    /** The attribute's own. The prefix tells Hibernate to look a type up among those that were registered with a mapping. */
    private static String name(ProtectedAttribute attribute) {
        return ConvertedBasicTypeImpl.EXTERNALIZED_PREFIX + "@" + attribute;
    }

    /** Gives an encrypted natural id a type that seals what it is looked up by, in place. */
    @SuppressWarnings("unchecked")
    static void sealKey(BasicValue value, Property property, SealedConverter converter) {
        var original = (Resolution<Object>) value.resolve();
        converter.sealKeys();
        var type = new SealedType(name(converter.attribute()), original, converter, original.getMutabilityPlan());
        retype(value, property, null, resolution(original, type));
    }

    /** Gives the encrypted texts of a collection a type that hands out tokens, in place. */
    @SuppressWarnings("unchecked")
    static void sealElements(BasicValue value, SealedConverter converter) {
        var original = (Resolution<Object>) value.resolve();
        converter.sealElements();
        var plan = converter.getDomainJavaType().getMutabilityPlan();
        var type = new SealedType(name(converter.attribute()), original, converter, plan);
        retype(value, null, null, resolution(original, type));
    }

    private static void retype(
            BasicValue value, @Nullable Property property, @Nullable Component owner, Resolution<?> resolution) {
        var retyped = new RetypedValue(value, resolution);
        retyped.resolve();
        value.copyTypeFrom(retyped);
        if (owner != null && owner.getType() instanceof ComponentType type) {
            // It was made before, with the type that prints; the array is the live one.
            type.getSubtypes()[owner.getProperties().indexOf(property)] = value.getType();
        }
    }

    private static <J> Resolution<J> redacted(
            Resolution<J> original, ProtectedAttribute attribute, RedactedJavaTypes types)
            throws ReflectiveOperationException {
        JavaType<J> printed = types.of(original.getDomainJavaType());
        BasicValueConverter<J, ?> converter = original.getValueConverter();
        BasicType<J> type = converter == null
                ? new Unconverted<>(original, printed)
                : new Converted<>(name(attribute), original, Conversion.of(converter, printed, types));
        return resolution(original, type);
    }

    private static <J> Resolution<J> resolution(Resolution<J> original, BasicType<J> type) {
        return new InferredBasicValueResolution<>(
                type,
                original.getDomainJavaType(),
                original.getRelationalJavaType(),
                type.getJdbcType(),
                type,
                original.getMutabilityPlan());
    }

    @Override
    protected Resolution<?> buildResolution() {
        return resolution;
    }

    /** None: what the column needs was told to it when the original was resolved. */
    @Override
    public @Nullable Selectable getColumn() {
        return null;
    }

    /** To queries it is of the original's Java type, which they compare by identity; what binds and prints is not. */
    private static final class Unconverted<J> extends BasicTypeImpl<J> {
        private static final long serialVersionUID = 1L;
        private final transient JavaType<J> original;
        private final CastType castType;

        Unconverted(Resolution<J> original, JavaType<J> printed) {
            super(printed, original.getJdbcType());
            this.original = original.getDomainJavaType();
            castType = original.getLegacyResolvedBasicType().getCastType();
        }

        /** By the original: a boolean may be stored as a number or a letter. */
        @Override
        public CastType getCastType() {
            return castType;
        }

        @Override
        public JavaType<J> getExpressibleJavaType() {
            return original;
        }

        @Override
        public JavaType<J> getMappedJavaType() {
            return original;
        }
    }

    /** The same for an attribute with a converter. */
    @SuppressWarnings("unchecked") // as Hibernate declares the methods that are inherited
    private static final class Converted<J> extends CustomMutabilityConvertedBasicTypeImpl<J> {
        private static final long serialVersionUID = 1L;
        private final transient JavaType<J> original;
        private final transient JavaType<?> relational;
        private final CastType castType;

        Converted(String name, Resolution<J> original, Conversion<J, ?> conversion) {
            super(name, "redacted", original.getJdbcType(), conversion, original.getMutabilityPlan());
            this.original = original.getDomainJavaType();
            relational = original.getLegacyResolvedBasicType().getRelationalJavaType();
            castType = original.getLegacyResolvedBasicType().getCastType();
        }

        @Override
        public JavaType<?> getRelationalJavaType() {
            return relational;
        }

        /** By the original: a boolean may be stored as a number or a letter. */
        @Override
        public CastType getCastType() {
            return castType;
        }

        @Override
        public JavaType<J> getExpressibleJavaType() {
            return original;
        }

        @Override
        public JavaType<J> getMappedJavaType() {
            return original;
        }
    }

    /** A converter whose both sides print nothing. */
    private record Conversion<D, R>(BasicValueConverter<D, R> original, JavaType<D> domain, JavaType<R> relational)
            implements BasicValueConverter<D, R> {

        static <D, R> Conversion<D, R> of(
                BasicValueConverter<D, R> original, JavaType<D> domain, RedactedJavaTypes types)
                throws ReflectiveOperationException {
            return new Conversion<>(original, domain, types.of(original.getRelationalJavaType()));
        }

        @Override
        public @Nullable D toDomainValue(@Nullable R column) {
            return original.toDomainValue(column);
        }

        @Override
        public @Nullable R toRelationalValue(@Nullable D value) {
            return original.toRelationalValue(value);
        }

        @Override
        public JavaType<D> getDomainJavaType() {
            return domain;
        }

        @Override
        public JavaType<R> getRelationalJavaType() {
            return relational;
        }
    }
}
