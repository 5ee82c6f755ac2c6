package io.fieldveil.crypto;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Numbers, characters, booleans and UUIDs: big-endian, in Java's own widths; the big ones in 64 bytes. */
final class NumberCodecs {

    private static final int BIG_BYTES = 64;

    private NumberCodecs() {}

    static void addTo(Map<Class<?>, ValueCodec<?>> codecs) {
        add(codecs, byte.class, Byte.class, Byte.BYTES, (v, b) -> b.put(v), ByteBuffer::get);
        add(codecs, short.class, Short.class, Short.BYTES, (v, b) -> b.putShort(v), ByteBuffer::getShort);
        add(codecs, int.class, Integer.class, Integer.BYTES, (v, b) -> b.putInt(v), ByteBuffer::getInt);
        add(codecs, long.class, Long.class, Long.BYTES, (v, b) -> b.putLong(v), ByteBuffer::getLong);
        add(codecs, float.class, Float.class, Float.BYTES, (v, b) -> b.putFloat(v), ByteBuffer::getFloat);
        add(codecs, double.class, Double.class, Double.BYTES, (v, b) -> b.putDouble(v), ByteBuffer::getDouble);
        add(codecs, char.class, Character.class, Character.BYTES, (v, b) -> b.putChar(v), ByteBuffer::getChar);
        add(codecs, boolean.class, Boolean.class, 1, (v, b) -> b.put((byte) (v ? 1 : 0)), NumberCodecs::flag);
        codecs.put(
                UUID.class,
                new FixedCodec<>(
                        UUID.class,
                        16,
                        (v, b) -> b.putLong(v.getMostSignificantBits()).putLong(v.getLeastSignificantBits()),
                        b -> new UUID(b.getLong(), b.getLong())));
        codecs.put(
                BigInteger.class,
                new FixedCodec<>(
                        BigInteger.class,
                        BIG_BYTES,
                        (v, b) -> Padded.put(BigInteger.class, v.toByteArray(), b),
                        b -> new BigInteger(Padded.get(b))));
        codecs.put(
                BigDecimal.class,
                new FixedCodec<>(
                        BigDecimal.class,
                        BIG_BYTES,
                        (v, b) -> Padded.put(BigDecimal.class, v.unscaledValue().toByteArray(), b.putInt(v.scale())),
                        NumberCodecs::decimal));
    }

    private static <T> void add(
            Map<Class<?>, ValueCodec<?>> codecs,
            Class<?> primitive,
            Class<T> wrapper,
            int width,
            BiConsumer<T, ByteBuffer> put,
            Function<ByteBuffer, T> get) {
        var codec = new FixedCodec<>(wrapper, width, put, get);
        codecs.put(primitive, codec);
        codecs.put(wrapper, codec);
    }

    private static Boolean flag(ByteBuffer buffer) {
        return switch (buffer.get()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new IllegalArgumentException("not a boolean");
        };
    }

    private static BigDecimal decimal(ByteBuffer buffer) {
        int scale = buffer.getInt();
        return new BigDecimal(new BigInteger(Padded.get(buffer)), scale);
    }
}
