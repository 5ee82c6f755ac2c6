package io.fieldveil.keyset;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import io.fieldveil.FieldveilException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The keysets, made on demand and stored only encrypted under the key-encryption key, bound to tenant, domain, purpose
 * and generation. Thread-safe. Each call reads and opens the keyset anew: callers keep what they get.
 *
 * <p>A keyset that exists but does not open is an error, never a reason to make a new one: the rows sealed under it
 * would be lost. One that is missing where its values are stored is lost, and an error too, as far as
 * {@link StoredValues} are known. The methods that return Tink's primitives are for {@code io.fieldveil.crypto}.
 */
public final class Keysets {

    private final KeyEncryptionKeySource source;
    private final KeysetStore store;
    private final StoredValues values;

    private Keysets(KeyEncryptionKeySource source, KeysetStore store, StoredValues values) {
        this.source = source;
        this.store = store;
        this.values = values;
    }

    /** Keysets of a store under a key-encryption key. Nothing is read yet. */
    public static Keysets of(KeyEncryptionKeySource source, KeysetStore store) {
        return new Keysets(source, store, StoredValues.unknown());
    }

    /** The same keysets, of which none is made that values are stored of already. */
    public Keysets beside(StoredValues stored) {
        return new Keysets(source, store, stored);
    }

    /**
     * The deterministic AEAD of a keyset for {@link KeysetPurpose#SEARCHABLE}; for {@code io.fieldveil.crypto}.
     *
     * @throws FieldveilException FV-41x if the keyset cannot be had
     */
    public DeterministicAead deterministicAead(String tenant, String domain, int generation) {
        return open(new KeysetName(tenant, domain, KeysetPurpose.SEARCHABLE, generation), DeterministicAead.class);
    }

    /**
     * The AEAD of a keyset for {@link KeysetPurpose#RANDOMISED}; for {@code io.fieldveil.crypto}.
     *
     * @throws FieldveilException FV-41x if the keyset cannot be had
     */
    public Aead aead(String tenant, String domain, int generation) {
        return open(new KeysetName(tenant, domain, KeysetPurpose.RANDOMISED, generation), Aead.class);
    }

    /**
     * The keyed hash of a keyset for {@link KeysetPurpose#AUDIT}; for {@code io.fieldveil.crypto}.
     *
     * @throws FieldveilException FV-41x if the keyset cannot be had
     */
    public Mac mac(String tenant, String domain, int generation) {
        return open(new KeysetName(tenant, domain, KeysetPurpose.AUDIT, generation), Mac.class);
    }

    private <P> P open(KeysetName name, Class<P> type) {
        TinkRegistry.ensure();
        var wrapped = store.find(name).orElseGet(() -> make(name));
        byte[] serialized =
                fromSource(name, () -> source.unwrap(wrapped.keyId(), wrapped.bytes(), name.associatedData()));
        try {
            return TinkProtoKeysetFormat.parseKeyset(
                            serialized, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())
                    .getPrimitive(RegistryConfiguration.get(), type);
        } catch (GeneralSecurityException e) {
            throw Messages.notAKeyset(name, e);
        } finally {
            Arrays.fill(serialized, (byte) 0);
        }
    }

    /** Whatever another node stored first counts: also what was just made here is used as it was read back. */
    private WrappedKeyset make(KeysetName name) {
        if (exist(name)) {
            // Another node may have made it and stored values meanwhile.
            return store.find(name).orElseThrow(() -> Messages.lost(name));
        }
        return store.insertOnce(create(name));
    }

    private boolean exist(KeysetName name) {
        try {
            return values.exist(name);
        } catch (RuntimeException e) {
            throw Messages.perhapsLost(name, e);
        }
    }

    private WrappedKeyset create(KeysetName name) {
        try {
            var handle = KeysetHandle.generateNew(KeysetParameters.of(name.purpose()), RegistryConfiguration.get());
            byte[] serialized = TinkProtoKeysetFormat.serializeKeyset(
                    handle, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
            try {
                String keyId = fromSource(name, source::keyId);
                byte[] wrapped = fromSource(name, () -> source.wrap(serialized, name.associatedData()));
                return new WrappedKeyset(name, keyId, wrapped);
            } finally {
                Arrays.fill(serialized, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw Messages.cryptoUnavailable(e);
        }
    }

    private static <T> T fromSource(KeysetName name, Supplier<T> call) {
        try {
            return call.get();
        } catch (FieldveilException e) {
            throw Messages.inKeyset(name, e);
        } catch (RuntimeException e) {
            throw Messages.sourceFailed(name, e);
        }
    }
}
