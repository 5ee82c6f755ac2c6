package io.fieldveil.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Encrypts a {@code String} attribute the moment it enters, keeps it searchable by equality, shows it as a token, and
 * lets only the last mile open it, unless {@link #reveal()} says otherwise. Fits the texts of a {@code Set}, a {@code List}
 * or a map's values too.
 *
 * <p><b>Guarantees.</b> The column holds the deterministic AEAD (AES-256-SIV, RFC 5297) of the normalised value. Loading
 * an entity decrypts nothing. {@code =}, {@code <>}, {@code IN}, {@code IS NULL}, {@code DISTINCT}, {@code GROUP BY},
 * joins and unique constraints work, because equal plaintexts of one domain and tenant have equal ciphertexts.
 *
 * <p><b>Leaks.</b> That equality, and the length of the normalised value: whoever reads the table sees which rows share
 * a value, and can confirm a guess only with the key.
 *
 * <p><b>Limits.</b> A normalised value has at most 360 bytes of UTF-8; a token then has at most 512 characters. Range,
 * {@code LIKE}, functions and order are refused with the reason.
 *
 * <p>Refused when the persistence unit starts: on anything but a {@code String}; on {@code @Id}, {@code @Version};
 * beside {@code @Convert}, {@code @Type}, {@code @Enumerated} or {@code @Formula}; in {@code @OrderBy}; {@link
 * PiiType#TEXT} without a domain; a column shorter than the ciphertext.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface AutoHashed {

    /** The kind of text, which selects the normaliser. */
    PiiType value();

    /**
     * What is compared with what: attributes of one domain and tenant share a key, join and compare. A stable name, as
     * renaming it makes stored values unreadable. Empty takes the type's own ({@code email}, {@code phone}).
     */
    String domain() default "";

    /** Who may read the plaintext besides the last mile. */
    Reveal reveal() default Reveal.LAST_MILE_ONLY;

    /** With {@link Reveal#PERMITTED}: the permission that reads the plaintext. */
    String permission() default Masked.VIEW_PII;

    /** The type of the column. */
    Storage storage() default Storage.BINARY;
}
