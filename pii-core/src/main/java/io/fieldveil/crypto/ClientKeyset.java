package io.fieldveil.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig2026;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import io.fieldveil.FieldveilException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * A client's key material: one Tink keyset for deterministic AEAD (AES-256-SIV) and one for AEAD (AES-256-GCM). Kept
 * apart from {@link io.fieldveil.client.ClientCipher}, which is the class to use, so that Tink stays in this package.
 *
 * <p>The two have distinct Tink key ids, by which a ciphertext's output prefix says which one made it. Thread-safe.
 */
public final class ClientKeyset {

    private static final byte VERSION = 1;
    /** Tink's output prefix: the byte 1, then the key id as four bytes, big-endian. */
    private static final int PREFIX_BYTES = 5;

    private final KeysetHandle searchable;
    private final KeysetHandle randomised;
    private final DeterministicAead deterministicAead;
    private final Aead aead;

    private ClientKeyset(KeysetHandle searchable, KeysetHandle randomised) throws GeneralSecurityException {
        this.searchable = searchable;
        this.randomised = randomised;
        this.deterministicAead = searchable.getPrimitive(DeterministicAeadConfig2026.get(), DeterministicAead.class);
        this.aead = randomised.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    /** New keys from the JDK's {@code SecureRandom}. */
    public static ClientKeyset generate() {
        try {
            var searchable = KeysetHandle.generateNew(
                    PredefinedDeterministicAeadParameters.AES256_SIV, DeterministicAeadConfig2026.get());
            KeysetHandle randomised;
            do {
                randomised = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            } while (randomised.getPrimary().getId() == searchable.getPrimary().getId());
            return new ClientKeyset(searchable, randomised);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks AES or HMAC", e);
        }
    }

    /**
     * Reads key material that is not encrypted.
     *
     * @param exported what {@link #insecureExport()} gave
     * @throws FieldveilException FV-610 if it is anything else
     */
    public static ClientKeyset insecureImport(byte[] exported) {
        try {
            var buffer = ByteBuffer.wrap(exported);
            if (buffer.get() != VERSION) {
                throw notAKeyset();
            }
            byte[] searchable = part(buffer);
            byte[] randomised = part(buffer);
            if (buffer.hasRemaining()) {
                throw notAKeyset();
            }
            var first = TinkProtoKeysetFormat.parseKeyset(
                    searchable, InsecureSecretKeyAccess.get(), DeterministicAeadConfig2026.get());
            var second =
                    TinkProtoKeysetFormat.parseKeyset(randomised, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
            if (!holdsOne(PredefinedDeterministicAeadParameters.AES256_SIV, first)
                    || !holdsOne(PredefinedAeadParameters.AES256_GCM, second)
                    || first.getPrimary().getId() == second.getPrimary().getId()) {
                throw notAKeyset();
            }
            return new ClientKeyset(first, second);
        } catch (GeneralSecurityException | BufferUnderflowException e) {
            // Not passed on as the cause: a parser's message may describe key bytes.
            throw notAKeyset();
        }
    }

    /**
     * The key material, <b>not encrypted</b>: the byte 1, then for each of the two keysets its length as four bytes,
     * big-endian, and the keyset in Tink's binary format.
     */
    public byte[] insecureExport() {
        try {
            byte[] first = TinkProtoKeysetFormat.serializeKeyset(
                    searchable, InsecureSecretKeyAccess.get(), DeterministicAeadConfig2026.get());
            byte[] second = TinkProtoKeysetFormat.serializeKeyset(
                    randomised, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
            byte[] exported = ByteBuffer.allocate(1 + 2 * Integer.BYTES + first.length + second.length)
                    .put(VERSION)
                    .putInt(first.length)
                    .put(first)
                    .putInt(second.length)
                    .put(second)
                    .array();
            Arrays.fill(first, (byte) 0);
            Arrays.fill(second, (byte) 0);
            return exported;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink does not write a keyset that it holds", e);
        }
    }

    /** Encrypts by AES-256-SIV. */
    public byte[] encryptDeterministically(byte[] plaintext, byte[] associatedData) {
        try {
            return deterministicAead.encryptDeterministically(plaintext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-SIV refuses what it can always encrypt");
        }
    }

    /** Encrypts by AES-256-GCM under a random IV. */
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
        try {
            return aead.encrypt(plaintext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refuses what it can always encrypt");
        }
    }

    /**
     * Decrypts what either method encrypted.
     *
     * @throws GeneralSecurityException if it does not open
     */
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        return isSearchable(ciphertext)
                ? deterministicAead.decryptDeterministically(ciphertext, associatedData)
                : aead.decrypt(ciphertext, associatedData);
    }

    private boolean isSearchable(byte[] ciphertext) {
        return ciphertext.length >= PREFIX_BYTES
                && ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt()
                        == searchable.getPrimary().getId();
    }

    /** A weaker key, or one without output prefix, is not of ours. */
    private static boolean holdsOne(Parameters parameters, KeysetHandle keyset) {
        return keyset.size() == 1
                && keyset.getPrimary().getKey().getParameters().equals(parameters);
    }

    private static byte[] part(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw notAKeyset();
        }
        byte[] part = new byte[length];
        buffer.get(part);
        return part;
    }

    private static FieldveilException notAKeyset() {
        return new FieldveilException(
                "FV-610",
                "The bytes are not a client's keyset. Give what the export of a ClientCipher gave, decrypted and whole.");
    }
}
