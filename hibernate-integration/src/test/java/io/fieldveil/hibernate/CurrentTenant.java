package io.fieldveil.hibernate;

import java.util.function.Supplier;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.jspecify.annotations.Nullable;

/** The tenant of this thread, as a web filter would set it. */
public final class CurrentTenant implements CurrentTenantIdentifierResolver<String> {

    static final String ROOT = "root";

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    public static <R extends @Nullable Object> R with(String tenant, Supplier<R> work) {
        String before = CURRENT.get();
        CURRENT.set(tenant);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    @Override
    public @Nullable String resolveCurrentTenantIdentifier() {
        return CURRENT.get();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public boolean isRoot(String tenant) {
        return ROOT.equals(tenant);
    }
}
