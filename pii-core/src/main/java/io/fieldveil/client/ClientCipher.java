package io.fieldveil.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fieldveil.crypto.ClientKeyset;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;

/**
 * The client's half of client encryption: encrypts and decrypts texts with a keyset that stays with the client.
 *
 * <p><b>Guarantees.</b> Confidentiality and authenticity. A ciphertext is bound to its key id and to a context, and does
 * not open under another of either. <b>Leaks</b> the length of the text in bytes of UTF-8 and the key id; a searchable
 * one also which texts of one context are equal. <b>Does not protect</b> against a swap of two ciphertexts of one
 * context, and does not normalise: texts that are to be found as equal have to be equal.
 *
 * <p>Searchable texts are encrypted by deterministic AEAD (AES-256-SIV, RFC 5297), others by AEAD (AES-256-GCM, NIST SP
 * 800-38D) with random IVs, of which one keyset should make no more than 2<sup>32</sup>. The associated data is the
 * format version ({@code fvc1}), the key id and the context, each in UTF-8 after its length as four bytes, big-endian.
 *
 * <p>Needs neither a database nor a framework. Thread-safe.
 */
public final class ClientCipher {

    private static final String FORMAT = "fvc1";
    private static final int MAX_CONTEXT = 128;

    private final String keyId;
    private final ClientKeyset keyset;

    private ClientCipher(String keyId, ClientKeyset keyset) {
        if (!ClientCiphertext.isKeyId(keyId)) {
            throw Messages.badKeyId();
        }
        this.keyId = keyId;
        this.keyset = keyset;
    }

    /**
     * A cipher with a new keyset. Without {@link #insecureExportKeyset()} what it encrypts is lost with the process.
     *
     * @param keyId the name of the keyset, 1 to 32 letters, digits, {@code _}, {@code -}; public, part of each ciphertext
     * @throws io.fieldveil.FieldveilException FV-608 if the key id is malformed
     */
    public static ClientCipher generate(String keyId) {
        return new ClientCipher(keyId, ClientKeyset.generate());
    }

    /**
     * A cipher with a keyset that was exported.
     *
     * @param keyId the same key id as before
     * @param keyset what {@link #insecureExportKeyset()} gave; not kept, the caller may wipe it
     * @throws io.fieldveil.FieldveilException FV-608 if the key id is malformed, FV-610 if this is no keyset
     */
    public static ClientCipher importKeyset(String keyId, byte[] keyset) {
        return new ClientCipher(keyId, ClientKeyset.insecureImport(keyset));
    }

    /**
     * The key material itself, <b>not encrypted</b>: whoever has these bytes reads everything. Encrypt them under a
     * key-encryption key before they are stored, and overwrite the array.
     */
    public byte[] insecureExportKeyset() {
        return keyset.insecureExport();
    }

    /** The id of the keyset. */
    public String keyId() {
        return keyId;
    }

    /**
     * Encrypts so that equal texts of one context give equal ciphertexts.
     *
     * @param context what is encrypted, by a stable name of 1 to 128 characters; needed again to decrypt
     * @param plaintext any text; three characters become four, and an attribute takes 512 unless it says otherwise
     * @return the text of a {@link ClientCiphertext}
     * @throws io.fieldveil.FieldveilException FV-609 if the context is empty or too long, or either has no UTF-8
     */
    public String encryptSearchable(String context, String plaintext) {
        return ciphertext(keyset.encryptDeterministically(utf8(plaintext), associatedData(context)));
    }

    /** Encrypts so that no two ciphertexts are equal. Otherwise as {@link #encryptSearchable(String, String)}. */
    public String encrypt(String context, String plaintext) {
        return ciphertext(keyset.encrypt(utf8(plaintext), associatedData(context)));
    }

    /**
     * Decrypts what either method encrypted.
     *
     * @param context the context of its encryption
     * @param ciphertext the text of a {@link ClientCiphertext}
     * @throws io.fieldveil.FieldveilException FV-601 to FV-605 if it is malformed, FV-606 if it names another key id,
     *     FV-607 if it does not open, FV-609 for the context
     */
    public String decrypt(String context, String ciphertext) {
        var parsed = ClientCiphertext.parse(ciphertext, Integer.MAX_VALUE);
        if (!parsed.keyId().equals(keyId)) {
            throw Messages.otherKeyId(keyId);
        }
        byte[] associatedData = associatedData(context);
        try {
            return new String(keyset.decrypt(parsed.payload(), associatedData), UTF_8);
        } catch (GeneralSecurityException e) {
            throw Messages.doesNotOpen(keyId);
        }
    }

    private String ciphertext(byte[] payload) {
        return ClientCiphertext.of(keyId, payload).text();
    }

    private byte[] associatedData(String context) {
        if (context.isEmpty() || context.length() > MAX_CONTEXT) {
            throw Messages.badContext();
        }
        byte[] format = utf8(FORMAT);
        byte[] key = utf8(keyId);
        byte[] name = utf8(context);
        return ByteBuffer.allocate(3 * Integer.BYTES + format.length + key.length + name.length)
                .putInt(format.length)
                .put(format)
                .putInt(key.length)
                .put(key)
                .putInt(name.length)
                .put(name)
                .array();
    }

    /** Strict, as {@code String.getBytes} would make one byte of all unpaired surrogates. */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw Messages.notUtf8();
        }
    }

    /** The key id, no key. */
    @Override
    public String toString() {
        return "ClientCipher[" + keyId + "]";
    }
}
