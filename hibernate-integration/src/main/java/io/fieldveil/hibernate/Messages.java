package io.fieldveil.hibernate;

import io.fieldveil.FieldveilException;

/** The failures of this package, one method each. */
final class Messages {

    private Messages() {}

    static FieldveilException noTenant() {
        return new FieldveilException(
                "FV-421",
                "There is no tenant, but this persistence unit has tenants, and values are sealed, searched and opened"
                        + " under the keys of one. Open an access scope whose context names the tenant (withTenant), or let"
                        + " the CurrentTenantIdentifierResolver name it; a root tenant has no keys.");
    }
}
