package io.fieldveil.keyset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Puts fields into bytes so that different fields never give the same bytes: what is authenticated is written in this
 * form. The version is one byte; a field is a four-byte big-endian length and its bytes, text in UTF-8, a number as
 * eight bytes big-endian. An absent field has the length -1.
 */
public final class LengthPrefixed {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    private LengthPrefixed(int version) {
        out.write(version);
    }

    /** Starts with a format version, 0 to 255. */
    public static LengthPrefixed version(int version) {
        return new LengthPrefixed(version);
    }

    /** Appends a text. */
    public LengthPrefixed text(@Nullable String text) {
        return bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a number. */
    public LengthPrefixed number(@Nullable Long number) {
        return bytes(
                number == null
                        ? null
                        : ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Appends a number. */
    public LengthPrefixed number(long number) {
        return number(Long.valueOf(number));
    }

    /** Appends bytes. */
    public LengthPrefixed bytes(byte @Nullable [] bytes) {
        int length = bytes == null ? -1 : bytes.length;
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (bytes != null) {
            out.writeBytes(bytes);
        }
        return this;
    }

    /** What was put so far. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }
}
