package io.fieldveil.hibernate.internal;

import java.io.Serializable;
import org.hibernate.SharedSessionContract;
import org.hibernate.type.descriptor.java.MutabilityPlan;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of the protected texts in a collection: tokens, masks, and what was typed. They are equal where what stands
 * behind them is; caches hold what columns hold.
 */
final class ElementJavaType extends ProtectedJavaType {

    private final transient MutabilityPlan<Object> plan;
    private final transient SealedConverter converter;

    ElementJavaType(SealedConverter converter) {
        super(String.class, String.class);
        plan = new Plan(converter);
        this.converter = converter;
    }

    @Override
    public boolean areEqual(@Nullable Object one, @Nullable Object another) {
        return one == another || (one != null && another != null && super.areEqual(behind(one), behind(another)));
    }

    @Override
    public int extractHashCode(Object value) {
        return super.extractHashCode(behind(value));
    }

    private Object behind(Object text) {
        Object sealed = ElementTexts.find(text, converter.attribute());
        return sealed == null ? text : sealed;
    }

    @Override
    public MutabilityPlan<Object> getMutabilityPlan() {
        return plan;
    }

    private record Plan(SealedConverter converter) implements MutabilityPlan<Object> {

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public @Nullable Object deepCopy(@Nullable Object value) {
            return value;
        }

        @Override
        public @Nullable Serializable disassemble(@Nullable Object value, SharedSessionContract session) {
            Object column = converter.toRelationalValue(value);
            return column instanceof String text ? new Cached(text) : (Serializable) column;
        }

        @Override
        public @Nullable Object assemble(@Nullable Serializable cached, SharedSessionContract session) {
            return converter.toDomainValue(cached instanceof Cached text ? text.column() : cached);
        }
    }

    /** A text as the column has it. Hibernate logs what it puts into a cache. */
    private record Cached(String column) implements Serializable {

        @Override
        public String toString() {
            return REDACTED;
        }
    }
}
