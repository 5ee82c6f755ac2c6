package io.fieldveil.hibernate.internal;

import io.fieldveil.crypto.SealedValue;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of an encrypted attribute as Hibernate sees it: declared as the attribute's own class, holding sealed
 * values, and printing neither. One instance per class, since Hibernate compares them by identity.
 */
sealed class ProtectedJavaType extends AbstractClassJavaType<Object> permits NaturalIdJavaType, ElementJavaType {

    private static final ConcurrentHashMap<Class<?>, ProtectedJavaType> INSTANCES = new ConcurrentHashMap<>();
    /** What stands in a log for a value. */
    static final String REDACTED = "***";

    private final Class<?> declared;

    /**
     * @param type what Hibernate is told
     * @param declared the attribute's class
     */
    @SuppressWarnings("unchecked")
    ProtectedJavaType(Class<?> type, Class<?> declared) {
        super((Class<Object>) type, ImmutableMutabilityPlan.instance(), null);
        this.declared = declared;
    }

    static ProtectedJavaType of(Class<?> declared) {
        return INSTANCES.computeIfAbsent(declared, type -> new ProtectedJavaType(type, type));
    }

    @Override
    public boolean isInstance(Object value) {
        return value instanceof SealedValue
                || value instanceof Posted
                || value instanceof Unmatchable
                || declared.isInstance(value);
    }

    /** So that a parameter bound before its place was known still takes the attribute's type, and is sealed. */
    @Override
    public boolean isWider(JavaType<?> javaType) {
        return javaType.getJavaTypeClass() == declared;
    }

    @Override
    public Object cast(Object value) {
        return value;
    }

    @Override
    public boolean areEqual(@Nullable Object one, @Nullable Object another) {
        return one == another
                || (one != null
                        && another != null
                        && Memory.same(PostedToken.unwrap(one), PostedToken.unwrap(another)));
    }

    @Override
    public int extractHashCode(Object value) {
        return PostedToken.unwrap(value).hashCode();
    }

    @Override
    public String extractLoggableRepresentation(@Nullable Object value) {
        return value == null ? "null" : REDACTED;
    }

    @Override
    public String toString(Object value) {
        return REDACTED;
    }

    @Override
    public Object fromString(CharSequence string) {
        throw new UnsupportedOperationException("A protected value is not read from text");
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return VarbinaryJdbcType.INSTANCE;
    }

    @Override
    public <X> X unwrap(Object value, Class<X> type, WrapperOptions options) {
        return type.cast(value);
    }

    @Override
    public <X> Object wrap(X value, WrapperOptions options) {
        return value;
    }
}
