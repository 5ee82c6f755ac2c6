package io.fieldveil.keyset;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What names a keyset, and what its wrapped form is bound to.
 *
 * @param tenant empty where there is none; at most 128 characters, without white space at its ends, control characters
 *     or unpaired surrogates, because databases and UTF-8 would take different tenants for one
 * @param domain what is compared with what: a lower-case ASCII letter, then up to 63 lower-case letters, digits,
 *     {@code _}, {@code .} and {@code -}
 * @param purpose what the keyset is for
 * @param generation 1 or more; each rotation is a generation
 */
public record KeysetName(String tenant, String domain, KeysetPurpose purpose, int generation) {

    private static final Pattern DOMAIN = Pattern.compile("[a-z][a-z0-9_.-]{0,63}");
    private static final int MAX_TENANT = 128;

    /** @throws io.fieldveil.FieldveilException FV-404 if a part is not valid */
    public KeysetName {
        Objects.requireNonNull(purpose, "purpose");
        if (!isTenant(tenant)) {
            throw Messages.invalidTenant();
        }
        if (!DOMAIN.matcher(domain).matches()) {
            throw Messages.invalidDomain();
        }
        if (generation < 1) {
            throw Messages.invalidGeneration();
        }
    }

    private static boolean isTenant(String tenant) {
        return tenant.length() <= MAX_TENANT
                && tenant.strip().equals(tenant)
                && tenant.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** Format version 1, tenant, domain, purpose, generation. */
    byte[] associatedData() {
        return LengthPrefixed.version(1)
                .text(tenant)
                .text(domain)
                .text(purpose.name())
                .number(generation)
                .toByteArray();
    }

    /** How messages name the keyset. */
    String place() {
        return "Keyset " + purpose + " of domain '" + domain + "', tenant '" + tenant + "', generation " + generation;
    }
}
