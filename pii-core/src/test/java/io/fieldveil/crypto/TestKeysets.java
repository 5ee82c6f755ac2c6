package io.fieldveil.crypto;

import io.fieldveil.TestDatabase;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import java.nio.file.Path;

/** Keysets in a database of their own, under a development key. */
public final class TestKeysets {

    private TestKeysets() {}

    public static Keysets in(Path directory) {
        return Keysets.of(
                KeyEncryptionKeySource.development(directory), KeysetStore.jdbc(new TestDatabase().connections()));
    }
}
