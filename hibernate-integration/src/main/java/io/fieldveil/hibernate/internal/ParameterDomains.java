package io.fieldveil.hibernate.internal;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.query.sqm.tree.expression.SqmJpaCriteriaParameterWrapper;
import org.hibernate.query.sqm.tree.expression.SqmParameter;
import org.hibernate.query.sqm.tree.expression.ValueBindJpaCriteriaParameter;
import org.jspecify.annotations.Nullable;

/** What each parameter of a query is compared with: it has one value, which is sealed in one way or not at all. */
final class ParameterDomains {

    private static final Object PLAIN = "plain";

    private final Map<Object, Object> domains = new HashMap<>();

    /** Refuses a parameter that was met with an attribute of another domain. */
    void meet(SqmParameter<?> parameter, @Nullable ProtectedAttribute attribute) {
        Object key = key(parameter);
        if (key == null) {
            return;
        }
        Object domain = attribute != null && attribute.sealing().opaque()
                ? attribute.sealing().domain()
                : PLAIN;
        Object before = domains.putIfAbsent(key, domain);
        if (before != null && !before.equals(domain)) {
            throw Messages.sharedParameter(
                    parameter.getName() != null ? ":" + key : key instanceof Integer ? "?" + key : "of criteria");
        }
    }

    private static @Nullable Object key(SqmParameter<?> parameter) {
        if (parameter.getName() != null) {
            return parameter.getName();
        }
        if (parameter instanceof SqmJpaCriteriaParameterWrapper<?> wrapper
                && !(wrapper.getJpaCriteriaParameter() instanceof ValueBindJpaCriteriaParameter)) {
            return wrapper.getJpaCriteriaParameter();
        }
        return parameter.getPosition();
    }
}
