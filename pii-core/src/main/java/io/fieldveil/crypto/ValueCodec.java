package io.fieldveil.crypto;

/**
 * Turns values of one type into bytes for encryption, and back. Every type but String and {@code byte[]} has one fixed
 * width, so that a ciphertext's length tells nothing of the value. Stateless, thread-safe.
 *
 * <p>The encodings are frozen: stored ciphertexts contain them. They are listed in docs/ciphertext-format.md.
 *
 * @param <T> the type of the values
 */
public interface ValueCodec<T> {

    /**
     * Encodes.
     *
     * @throws io.fieldveil.FieldveilException FV-406 if the value is larger than the width
     */
    byte[] encode(T value);

    /**
     * Decodes what {@link #encode} returned.
     *
     * @throws io.fieldveil.FieldveilException FV-407 if the bytes are not a value of the type
     */
    T decode(byte[] bytes);

    /**
     * The codec of a type: String, {@code byte[]}, the primitive types and their wrappers, {@code BigInteger} and
     * {@code BigDecimal} (64 bytes), enums (by name), {@code UUID}, the types of {@code java.time},
     * {@code java.util.Date} and {@code java.sql.Date}, {@code Time}, {@code Timestamp}.
     *
     * @throws io.fieldveil.FieldveilException FV-405 for any other type
     */
    static <T> ValueCodec<T> forType(Class<T> type) {
        return Codecs.forType(type);
    }
}
