package io.fieldveil.keyset;

/** What a keyset is for; it is bound to that and opens for nothing else. */
public enum KeysetPurpose {
    /** Deterministic AEAD: values that are searched. Tink's AES256_SIV. */
    SEARCHABLE,
    /** AEAD: values that are not searched. Tink's AES256_GCM. */
    RANDOMISED,
    /** Keyed hash of the audit trail. Tink's HMAC_SHA256_256BITTAG. */
    AUDIT
}
