package io.fieldveil.crypto;

import com.google.crypto.tink.Aead;
import io.fieldveil.keyset.Keysets;
import java.security.GeneralSecurityException;

/** AES-256-GCM with a random 12-byte IV: equal plaintexts give different ciphertexts. */
final class RandomisedCipher implements FieldCipher {

    private final PrimitiveCache<Aead> primitives;
    private final CryptoCounter counter;

    RandomisedCipher(Keysets keysets, CryptoCounter counter) {
        this.primitives = new PrimitiveCache<>(scope -> keysets.aead(scope.tenant(), scope.domain(), GENERATION));
        this.counter = counter;
    }

    @Override
    public SealedValue seal(String tenant, String domain, byte[] plaintext) {
        var bound = primitives.get(tenant, domain);
        try {
            byte[] ciphertext = bound.primitive.encrypt(plaintext, bound.associatedData);
            counter.encrypted();
            return SealedValue.ofBytes(ciphertext);
        } catch (GeneralSecurityException e) {
            throw Messages.notSealed(domain, e);
        }
    }

    @Override
    public byte[] open(String tenant, String domain, SealedValue sealed) {
        var bound = primitives.get(tenant, domain);
        try {
            byte[] plaintext = bound.primitive.decrypt(sealed.bytes(), bound.associatedData);
            counter.decrypted();
            return plaintext;
        } catch (GeneralSecurityException e) {
            throw Messages.doesNotOpen(domain, e);
        }
    }
}
