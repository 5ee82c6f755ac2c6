package io.fieldveil.access;

import java.util.Objects;
import java.util.Set;

/**
 * Who asks, with which permissions, for which purpose, in which tenant. Immutable.
 *
 * <p>Where there is no context, {@link #nobody()} stands: it has no permission, so that it sees the least.
 *
 * @param principal the name that the audit trail records; not personal data where that can be avoided
 * @param permissions permission names such as {@code VIEW_PII}; never role names
 * @param purpose why it is asked
 * @param tenant the tenant whose keys apply; empty in a deployment without tenants, and where Hibernate is to name it
 */
public record AccessContext(String principal, Set<String> permissions, Purpose purpose, String tenant) {

    private static final AccessContext NOBODY = new AccessContext("nobody", Set.of(), Purpose.NONE, "");

    public AccessContext {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(tenant, "tenant");
        permissions = Set.copyOf(permissions);
    }

    /** The context of a caller that is not known. */
    public static AccessContext nobody() {
        return NOBODY;
    }

    /** A principal with permissions, without a purpose or a tenant. */
    public static AccessContext of(String principal, String... permissions) {
        return new AccessContext(principal, Set.of(permissions), Purpose.NONE, "");
    }

    /** The same principal for another purpose. */
    public AccessContext withPurpose(Purpose other) {
        return new AccessContext(principal, permissions, other, tenant);
    }

    /** The same principal in another tenant. */
    public AccessContext withTenant(String other) {
        return new AccessContext(principal, permissions, purpose, other);
    }

    /** Whether the context carries the permission. */
    public boolean has(String permission) {
        return permissions.contains(permission);
    }
}
