package io.fieldveil.hibernate.internal;

import org.hibernate.mapping.BasicValue.Resolution;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.MutabilityPlan;
import org.hibernate.type.descriptor.java.StringJavaType;
import org.hibernate.type.internal.CustomMutabilityConvertedBasicTypeImpl;

/**
 * The type of a value whose Java type is one of its own. To queries it is like any encrypted attribute's, or a text where the
 * column holds one.
 */
@SuppressWarnings({"unchecked", "serial"}) // as Hibernate declares the methods that are inherited
final class SealedType extends CustomMutabilityConvertedBasicTypeImpl<Object> {

    private final transient JavaType<?> expressed;

    SealedType(String name, Resolution<Object> original, SealedConverter converter, MutabilityPlan<Object> mutability) {
        super(name, "sealed", original.getJdbcType(), converter, mutability);
        boolean opaque = converter.attribute().sealing().opaque();
        expressed = opaque ? ProtectedJavaType.of(String.class) : StringJavaType.INSTANCE;
    }

    @Override
    public JavaType<Object> getExpressibleJavaType() {
        return (JavaType<Object>) expressed;
    }
}
