package io.fieldveil.hibernate.internal;

import io.fieldveil.annotations.PiiType;
import io.fieldveil.annotations.Storage;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.SealedValue;
import org.jspecify.annotations.Nullable;

/** How wide a column of ciphertext has to be, in bytes or, for text, characters. */
final class Widths {

    /** Tink's output prefix (5) and the synthetic IV (16). */
    private static final int SEARCHABLE_OVERHEAD = 21;
    /** Tink's output prefix (5), the IV (12) and the tag (16). */
    private static final int RANDOMISED_OVERHEAD = 33;
    /** E.164: a plus sign and at most 15 digits. */
    private static final int MAX_PHONE = 16;
    /** The widest fixed encoding of anything that is neither text nor bytes. */
    private static final int MAX_FIXED = 222;

    private static final int MAX_UTF8_PER_CHAR = 3;
    private static final int DEFAULT_LENGTH = 255;

    private Widths() {}

    /** @param declared the length of {@code @Column}, which counts characters of plaintext; null if there is none */
    static long column(PiiAnnotations annotations, Class<?> type, @Nullable Long declared) {
        var client = annotations.clientEncrypted();
        if (client != null) {
            return client.maxLength();
        }
        var autoHashed = annotations.autoHashed();
        if (autoHashed != null) {
            if (autoHashed.storage() == Storage.TEXT) {
                return SealedValue.MAX_TOKEN_LENGTH;
            }
            int plaintext = autoHashed.value() == PiiType.PHONE ? MAX_PHONE : FieldCipher.MAX_SEARCHABLE_BYTES;
            return SEARCHABLE_OVERHEAD + (long) plaintext;
        }
        long characters = declared == null ? DEFAULT_LENGTH : declared;
        if (type == String.class) {
            return RANDOMISED_OVERHEAD + MAX_UTF8_PER_CHAR * characters;
        }
        return RANDOMISED_OVERHEAD + (type == byte[].class ? characters : MAX_FIXED);
    }
}
