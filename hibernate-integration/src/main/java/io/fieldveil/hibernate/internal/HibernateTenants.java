package io.fieldveil.hibernate.internal;

import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.Tenants;
import io.fieldveil.keyset.KeysetName;
import org.hibernate.binder.internal.TenantIdBinder;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** The tenants of a session factory. */
final class HibernateTenants implements Tenants {

    private final SessionFactoryImplementor factory;
    private final @Nullable CurrentTenantIdentifierResolver<Object> resolver;
    private final boolean required;
    private final StoredCiphertext stored;

    HibernateTenants(SessionFactoryImplementor factory, Metadata metadata) {
        this.factory = factory;
        var options = factory.getSessionFactoryOptions();
        resolver = options.getCurrentTenantIdentifierResolver();
        required = haveOwnTables(options)
                || resolver != null
                || metadata.getFilterDefinitions().containsKey(TenantIdBinder.FILTER_NAME);
        stored = StoredCiphertext.of(metadata, factory, required);
    }

    /** Whether each has tables of its own, by its connection or its schema. */
    static boolean haveOwnTables(SessionFactoryOptions options) {
        return options.isMultiTenancyEnabled() || options.getTenantSchemaMapper() != null;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public String current() {
        var names = resolver;
        Object tenant = names == null ? null : names.resolveCurrentTenantIdentifier();
        if (names == null || tenant == null || names.isRoot(tenant)) {
            return "";
        }
        return factory.getTenantIdentifierJavaType().toString(tenant);
    }

    @Override
    public boolean exist(KeysetName name) {
        return stored.exists(name);
    }

    /** The same, of whatever the session's persistence unit protects. */
    static void check(SharedSessionContractImplementor session) {
        if (session.getTenantIdentifierValue() != null) {
            ProtectedModel.runtime(session.getFactory()).ifPresent(runtime -> check(session, runtime));
        }
    }

    /**
     * Refuses a session of another tenant than the one under whose keys values are sealed and opened meanwhile.
     *
     * @throws io.fieldveil.FieldveilException FV-422
     */
    static void check(SharedSessionContractImplementor session, FieldveilRuntime runtime) {
        if (runtime.hasTenants()) {
            String current = runtime.currentContext().tenant();
            if (!current.isEmpty() && !current.equals(tenantOf(session))) {
                throw Messages.otherTenantsSession();
            }
        }
    }

    /** The same before something sealed is written or searched, which takes a tenant. The root tenant has no keys. */
    static void checkBound(SharedSessionContractImplementor session, FieldveilRuntime runtime) {
        if (runtime.hasTenants()) {
            check(session, runtime);
            if (!session.isRootTenant()) {
                var unused = runtime.currentTenant();
            }
        }
    }

    /** The tenant's identifier of the type that the application has for them. */
    static Object identifier(SessionFactoryImplementor factory, String tenant) {
        var type = factory.getTenantIdentifierJavaType();
        var resolver = factory.getSessionFactoryOptions().getCurrentTenantIdentifierResolver();
        Object current = resolver == null ? null : resolver.resolveCurrentTenantIdentifier();
        if (current != null && type.toString(current).equals(tenant)) {
            return current;
        }
        // Without a @TenantId the type is not known, and text is what most have.
        return type.getJavaTypeClass() == Object.class ? tenant : type.fromString(tenant);
    }

    private static String tenantOf(SharedSessionContractImplementor session) {
        Object tenant = session.getTenantIdentifierValue();
        return tenant == null || session.isRootTenant()
                ? ""
                : session.getFactory().getTenantIdentifierJavaType().toString(tenant);
    }
}
