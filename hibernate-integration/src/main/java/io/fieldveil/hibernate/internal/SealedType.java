package io.fieldveil.hibernate.internal;

import org.hibernate.mapping.BasicValue.Resolution;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.MutabilityPlan;
import org.hibernate.type.internal.CustomMutabilityConvertedBasicTypeImpl;

/** The type of an encrypted value whose Java type is one of its own. To queries it is like any encrypted attribute's. */
@SuppressWarnings({"unchecked", "serial"}) // as Hibernate declares the methods that are inherited
final class SealedType extends CustomMutabilityConvertedBasicTypeImpl<Object> {

    /** @param name what Hibernate is told it is */
    SealedType(Resolution<Object> original, SealedConverter converter, String name, MutabilityPlan<Object> mutability) {
        super(original.getLegacyResolvedBasicType().getName(), name, original.getJdbcType(), converter, mutability);
    }

    @Override
    public JavaType<Object> getExpressibleJavaType() {
        return ProtectedJavaType.of(String.class);
    }
}
