package io.fieldveil.hibernate.internal;

import org.hibernate.mapping.BasicValue.Resolution;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.MutabilityPlan;
import org.hibernate.type.internal.CustomMutabilityConvertedBasicTypeImpl;

/** The type of an encrypted value whose Java type is one of its own. To queries it is like any encrypted attribute's. */
@SuppressWarnings({"unchecked", "serial"}) // as Hibernate declares the methods that are inherited
final class SealedType extends CustomMutabilityConvertedBasicTypeImpl<Object> {

    SealedType(String name, Resolution<Object> original, SealedConverter converter, MutabilityPlan<Object> mutability) {
        super(name, "sealed", original.getJdbcType(), converter, mutability);
    }

    @Override
    public JavaType<Object> getExpressibleJavaType() {
        return ProtectedJavaType.of(String.class);
    }
}
