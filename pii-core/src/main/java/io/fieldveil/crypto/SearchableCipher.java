package io.fieldveil.crypto;

import com.google.crypto.tink.DeterministicAead;
import io.fieldveil.keyset.Keysets;
import java.security.GeneralSecurityException;

/** AES-256-SIV: equal plaintexts of one tenant and domain give equal ciphertexts. */
final class SearchableCipher implements FieldCipher {

    private final PrimitiveCache<DeterministicAead> primitives;
    private final CryptoCounter counter;

    SearchableCipher(Keysets keysets, CryptoCounter counter) {
        this.primitives =
                new PrimitiveCache<>(scope -> keysets.deterministicAead(scope.tenant(), scope.domain(), GENERATION));
        this.counter = counter;
    }

    @Override
    public SealedValue seal(String tenant, String domain, byte[] plaintext) {
        if (plaintext.length > MAX_SEARCHABLE_BYTES) {
            throw Messages.tooLong(domain);
        }
        var bound = primitives.get(tenant, domain);
        try {
            byte[] ciphertext = bound.primitive.encryptDeterministically(plaintext, bound.associatedData);
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
            byte[] plaintext = bound.primitive.decryptDeterministically(sealed.bytes(), bound.associatedData);
            counter.decrypted();
            return plaintext;
        } catch (GeneralSecurityException e) {
            throw Messages.doesNotOpen(domain, e);
        }
    }
}
