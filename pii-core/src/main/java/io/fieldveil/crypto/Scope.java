package io.fieldveil.crypto;

import io.fieldveil.keyset.LengthPrefixed;

/** Tenant and domain: what a ciphertext is bound to, and what a cipher caches its primitives by. */
record Scope(String tenant, String domain) {

    private static final int FORMAT_VERSION = 1;

    byte[] associatedData() {
        return LengthPrefixed.version(FORMAT_VERSION).text(tenant).text(domain).toByteArray();
    }
}
