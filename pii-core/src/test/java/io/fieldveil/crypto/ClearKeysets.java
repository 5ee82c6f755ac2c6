package io.fieldveil.crypto;

import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetName;
import io.fieldveil.keyset.KeysetPurpose;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.keyset.WrappedKeyset;
import java.util.Map;
import java.util.Optional;

/** Keysets that lie in clear in the test vectors; every tenant and domain has the same one. For tests only. */
final class ClearKeysets implements KeyEncryptionKeySource, KeysetStore {

    private final Map<KeysetPurpose, byte[]> keysets;

    private ClearKeysets(Map<KeysetPurpose, byte[]> keysets) {
        this.keysets = keysets;
    }

    static Keysets of(Map<KeysetPurpose, byte[]> keysets) {
        var clear = new ClearKeysets(keysets);
        return Keysets.of(clear, clear);
    }

    @Override
    public Optional<WrappedKeyset> find(KeysetName name) {
        return Optional.of(new WrappedKeyset(name, keyId(), keysets.get(name.purpose())));
    }

    @Override
    public WrappedKeyset insertOnce(WrappedKeyset keyset) {
        throw new AssertionError("the vectors hold every keyset");
    }

    @Override
    public String keyId() {
        return "clear";
    }

    @Override
    public byte[] wrap(byte[] plaintext, byte[] associatedData) {
        throw new AssertionError("the vectors hold every keyset");
    }

    @Override
    public byte[] unwrap(String keyId, byte[] wrapped, byte[] associatedData) {
        return wrapped;
    }
}
