package io.fieldveil.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code String} attribute whose values the client encrypts under a key that never reaches this application.
 *
 * <p><b>Guarantees.</b> What is stored, searched by equality and handed back is the client's ciphertext, byte for byte.
 * Everything that is not a well-formed client ciphertext is refused, above all plaintext: the form is {@code fvc1.},
 * the key id, a full stop, base64url without padding. Nobody here can open it.
 *
 * <p><b>Does not check</b> that the ciphertext is authentic: without the key there is no way to.
 *
 * <p>Refused when the persistence unit starts: on anything but a {@code String}; beside another of the annotations or
 * {@code @Convert}, {@code @Type}, {@code @Enumerated}; on {@code @Id}, {@code @Version}; in {@code @OrderBy}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ClientEncrypted {

    /** The longest ciphertext accepted, in characters. A longer one is refused, never cut. */
    int maxLength() default 512;

    /** The ids of the client keys that are accepted; empty accepts any. */
    String[] keyIds() default {};
}
