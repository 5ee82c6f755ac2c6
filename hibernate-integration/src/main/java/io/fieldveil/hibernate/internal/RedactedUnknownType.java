package io.fieldveil.hibernate.internal;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.spi.UnknownBasicJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.jspecify.annotations.Nullable;

/** The type of a class that only an attribute converter knows, printing nothing; Hibernate's own is final. */
final class RedactedUnknownType<T> extends AbstractClassJavaType<T> {

    private static final long serialVersionUID = 1L;

    private final transient UnknownBasicJavaType<T> original;

    RedactedUnknownType(UnknownBasicJavaType<T> original) {
        super(original.getJavaTypeClass(), original.getMutabilityPlan(), original.getComparator());
        this.original = original;
    }

    @Override
    public String extractLoggableRepresentation(@Nullable T value) {
        return value == null ? "null" : ProtectedJavaType.REDACTED;
    }

    /** A parameter bound before its place was known still takes the attribute's type. */
    @Override
    public boolean isWider(JavaType<?> javaType) {
        return javaType.getJavaTypeClass() == getJavaTypeClass();
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return original.getRecommendedJdbcType(indicators);
    }

    @Override
    public <X> X unwrap(T value, Class<X> type, WrapperOptions options) {
        return original.unwrap(value, type, options);
    }

    @Override
    public <X> T wrap(X value, WrapperOptions options) {
        return original.wrap(value, options);
    }
}
