package io.fieldveil.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import io.fieldveil.keyset.Keysets;

/**
 * Seals and opens single values under the keyset of a tenant and a domain.
 *
 * <p><b>Guarantees.</b> Confidentiality and authenticity; the associated data binds a ciphertext to format version,
 * tenant and domain, so that one moved elsewhere does not open. <b>Leaks</b> the length of the plaintext and, where the
 * cipher is deterministic, which values of a domain are equal. <b>Does not protect</b> against a swap of two whole
 * ciphertexts within one tenant and domain.
 *
 * <p>Every call is counted, see {@link CryptoCounter}. Implementations are thread-safe.
 */
public interface FieldCipher {

    /** The longest plaintext of a searchable value, in bytes: its token then has at most 512 characters. */
    int MAX_SEARCHABLE_BYTES = 360;

    /** How many keysets a cipher keeps opened, unless told otherwise. */
    int KEPT_KEYSETS = 10_000;

    /** The key generation that is used. */
    int GENERATION = 1;

    /**
     * For what is searched: AES-256-SIV, deterministic, so that equal plaintexts of a tenant and domain are equal
     * ciphertexts. Refuses more than {@value #MAX_SEARCHABLE_BYTES} bytes with FV-403.
     *
     * @param kept how many keysets stay opened, 1 or more; others are read again when they are needed
     */
    static FieldCipher searchable(Keysets keysets, CryptoCounter counter, int kept) {
        return new KeysetCipher<>(
                new PrimitiveCache<>(
                        kept, scope -> keysets.deterministicAead(scope.tenant(), scope.domain(), GENERATION)),
                DeterministicAead::encryptDeterministically,
                DeterministicAead::decryptDeterministically,
                MAX_SEARCHABLE_BYTES,
                counter);
    }

    /**
     * For what is not searched: AES-256-GCM with a random IV. Under one keyset, at most 2<sup>32</sup> values (NIST SP
     * 800-38D, 8.3).
     *
     * @param kept how many keysets stay opened, 1 or more; others are read again when they are needed
     */
    static FieldCipher randomised(Keysets keysets, CryptoCounter counter, int kept) {
        return new KeysetCipher<>(
                new PrimitiveCache<>(kept, scope -> keysets.aead(scope.tenant(), scope.domain(), GENERATION)),
                Aead::encrypt,
                Aead::decrypt,
                Integer.MAX_VALUE,
                counter);
    }

    /** {@link #searchable(Keysets, CryptoCounter, int)} with {@value #KEPT_KEYSETS} keysets. */
    static FieldCipher searchable(Keysets keysets, CryptoCounter counter) {
        return searchable(keysets, counter, KEPT_KEYSETS);
    }

    /** {@link #randomised(Keysets, CryptoCounter, int)} with {@value #KEPT_KEYSETS} keysets. */
    static FieldCipher randomised(Keysets keysets, CryptoCounter counter) {
        return randomised(keysets, counter, KEPT_KEYSETS);
    }

    /**
     * Encrypts.
     *
     * @param tenant the tenant, empty where there is none
     * @param domain the domain, 1 to 64 characters
     * @param plaintext the bytes; not kept
     * @throws io.fieldveil.FieldveilException FV-41x if the keyset cannot be had
     */
    SealedValue seal(String tenant, String domain, byte[] plaintext);

    /**
     * Decrypts.
     *
     * @throws io.fieldveil.FieldveilException FV-402 if it does not open under the tenant's and domain's keyset, FV-41x
     *     if the keyset cannot be had
     */
    byte[] open(String tenant, String domain, SealedValue sealed);
}
