package io.fieldveil.crypto;

import io.fieldveil.crypto.PrimitiveCache.Bound;
import java.security.GeneralSecurityException;

/** Seals with one primitive of Tink for each tenant and domain. */
final class KeysetCipher<P> implements FieldCipher {

    /** How a primitive encrypts or decrypts. */
    @FunctionalInterface
    interface Operation<P> {
        byte[] apply(P primitive, byte[] input, byte[] associatedData) throws GeneralSecurityException;
    }

    private final PrimitiveCache<P> primitives;
    private final Operation<P> encrypt;
    private final Operation<P> decrypt;
    private final int maxBytes;
    private final CryptoCounter counter;

    KeysetCipher(
            PrimitiveCache<P> primitives,
            Operation<P> encrypt,
            Operation<P> decrypt,
            int maxBytes,
            CryptoCounter counter) {
        this.primitives = primitives;
        this.encrypt = encrypt;
        this.decrypt = decrypt;
        this.maxBytes = maxBytes;
        this.counter = counter;
    }

    @Override
    public SealedValue seal(String tenant, String domain, byte[] plaintext) {
        if (plaintext.length > maxBytes) {
            throw Messages.tooLong(domain);
        }
        Bound<P> bound = primitives.get(tenant, domain);
        try {
            byte[] ciphertext = encrypt.apply(bound.primitive, plaintext, bound.associatedData);
            counter.encrypted();
            return SealedValue.ofBytes(ciphertext);
        } catch (GeneralSecurityException e) {
            throw Messages.notSealed(domain, e);
        }
    }

    @Override
    public byte[] open(String tenant, String domain, SealedValue sealed) {
        Bound<P> bound = primitives.get(tenant, domain);
        try {
            byte[] plaintext = decrypt.apply(bound.primitive, sealed.bytes(), bound.associatedData);
            counter.decrypted();
            return plaintext;
        } catch (GeneralSecurityException e) {
            throw Messages.doesNotOpen(domain, e);
        }
    }
}
