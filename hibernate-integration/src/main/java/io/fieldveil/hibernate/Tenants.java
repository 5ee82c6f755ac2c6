package io.fieldveil.hibernate;

import io.fieldveil.keyset.StoredValues;

/** What Hibernate knows of tenants. The integration hands it to the runtime when the persistence unit starts. */
public interface Tenants extends StoredValues {

    /** Whether the persistence unit has tenants, so that nothing is sealed or opened without one. */
    boolean required();

    /** The tenant that {@code CurrentTenantIdentifierResolver} names; empty where it names none, or the root tenant. */
    String current();
}
