package io.fieldveil.hibernate.internal;

import io.fieldveil.crypto.SealedValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The edge of one attribute in a copy that Envers keeps. Envers fills a new copy with what Hibernate holds of the entity,
 * which was checked when the entity was written; what it reads of a stored one is shown as the context may see it.
 */
final class AuditEdge extends AttributeEdge {

    AuditEdge(ProtectedAttribute attribute, String property) {
        super(
                attribute,
                Map.class,
                copy -> map(copy).get(property),
                (copy, value) -> map(copy).put(property, value),
                null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(Object copy) {
        return (Map<String, @Nullable Object>) copy;
    }

    @Override
    public @Nullable Object outOf(Object copy) {
        Object held = visible(copy);
        if (held == null || Memory.slot(copy, attribute()) != null || !isSealed(held)) {
            return super.outOf(copy);
        }
        take(copy, held);
        return held;
    }

    /** Whether it is what Hibernate holds; of an encrypted attribute it may be what somebody typed. */
    private boolean isSealed(Object held) {
        return !attribute().sealing().encrypted() || held instanceof SealedValue;
    }
}
