package io.fieldveil.hibernate.internal;

import java.io.Serializable;
import org.hibernate.SharedSessionContract;
import org.hibernate.type.descriptor.java.MutabilityPlan;
import org.jspecify.annotations.Nullable;

/** The Java type of the encrypted texts in a collection: tokens, and what was typed. Caches hold what columns hold. */
final class ElementJavaType extends ProtectedJavaType {

    private final transient MutabilityPlan<Object> plan;

    ElementJavaType(SealedConverter converter) {
        super(String.class, String.class);
        plan = new Plan(converter);
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
            return (Serializable) converter.toRelationalValue(value);
        }

        @Override
        public @Nullable Object assemble(@Nullable Serializable cached, SharedSessionContract session) {
            return converter.toDomainValue(cached);
        }
    }
}
