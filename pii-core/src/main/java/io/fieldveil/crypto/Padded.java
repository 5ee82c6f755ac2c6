package io.fieldveil.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes of changing length in a buffer of fixed width: a length byte, the bytes, zeros up to the end. */
final class Padded {

    private Padded() {}

    static void put(Class<?> type, byte[] bytes, ByteBuffer buffer) {
        int room = buffer.remaining() - 1;
        if (bytes.length > room) {
            throw Messages.tooLarge(type, room);
        }
        buffer.put((byte) bytes.length).put(bytes);
    }

    static byte[] get(ByteBuffer buffer) {
        byte[] bytes = new byte[Byte.toUnsignedInt(buffer.get())];
        buffer.get(bytes);
        return bytes;
    }

    static void putText(Class<?> type, String text, ByteBuffer buffer) {
        put(type, text.getBytes(StandardCharsets.UTF_8), buffer);
    }

    static String getText(ByteBuffer buffer) {
        return new String(get(buffer), StandardCharsets.UTF_8);
    }
}
