package io.fieldveil.crypto;

import io.fieldveil.keyset.Keysets;

/**
 * A keyed hash: who does not hold the key can neither make a tag nor change what is tagged. HMAC-SHA-256, 256-bit tag.
 * Hides nothing of the data that is tagged. Thread-safe.
 */
public interface KeyedHash {

    /**
     * The tag of some data, 37 bytes: Tink's output prefix and 32 bytes.
     *
     * @throws io.fieldveil.FieldveilException FV-41x if the keyset cannot be had
     */
    byte[] compute(byte[] data);

    /**
     * Whether the tag is that of the data; compared in constant time.
     *
     * @throws io.fieldveil.FieldveilException FV-41x if the keyset cannot be had
     */
    boolean verify(byte[] tag, byte[] data);

    /** The keyed hash of a tenant's audit trail. The keyset is opened at the first use. */
    static KeyedHash of(Keysets keysets, String tenant) {
        return new KeysetHash(keysets, tenant);
    }
}
