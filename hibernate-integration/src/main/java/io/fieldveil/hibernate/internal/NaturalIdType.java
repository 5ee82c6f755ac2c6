package io.fieldveil.hibernate.internal;

import org.hibernate.mapping.BasicValue.Resolution;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.internal.CustomMutabilityConvertedBasicTypeImpl;

/** The type of an encrypted natural id, looked up by {@link NaturalIdJavaType}. To queries it is like any attribute's. */
@SuppressWarnings({"unchecked", "serial"}) // as Hibernate declares the methods that are inherited
final class NaturalIdType extends CustomMutabilityConvertedBasicTypeImpl<Object> {

    NaturalIdType(Resolution<Object> original, SealedConverter converter) {
        super(
                original.getLegacyResolvedBasicType().getName(),
                "natural id",
                original.getJdbcType(),
                converter,
                original.getMutabilityPlan());
    }

    @Override
    public JavaType<Object> getExpressibleJavaType() {
        return ProtectedJavaType.of(String.class);
    }
}
