package io.fieldveil.keyset;

import java.util.Arrays;
import java.util.Objects;

/**
 * A keyset as it is stored: encrypted under a key-encryption key. Arrays are copied in and out.
 *
 * @param name what it is for
 * @param keyId the key-encryption key that wrapped it
 * @param bytes what {@link KeyEncryptionKeySource#wrap} returned
 */
@SuppressWarnings("ArrayRecordComponent") // copied in, copied out, compared by content
public record WrappedKeyset(KeysetName name, String keyId, byte[] bytes) {

    public WrappedKeyset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(keyId, "keyId");
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKeyset that
                && name.equals(that.name)
                && keyId.equals(that.keyId)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId, Arrays.hashCode(bytes));
    }

    /** Name and key id only. */
    @Override
    public String toString() {
        return "WrappedKeyset[" + name + ", keyId=" + keyId + "]";
    }
}
