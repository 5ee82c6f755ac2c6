package io.fieldveil.crypto;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A codec of fixed width, from what puts a value into a buffer and what takes it out. */
final class FixedCodec<T> implements ValueCodec<T> {

    private final Class<T> type;
    private final int width;
    private final BiConsumer<T, ByteBuffer> put;
    private final Function<ByteBuffer, T> get;

    FixedCodec(Class<T> type, int width, BiConsumer<T, ByteBuffer> put, Function<ByteBuffer, T> get) {
        this.type = type;
        this.width = width;
        this.put = put;
        this.get = get;
    }

    @Override
    public byte[] encode(T value) {
        var buffer = ByteBuffer.allocate(width);
        put.accept(value, buffer);
        return buffer.array();
    }

    @Override
    public T decode(byte[] bytes) {
        if (bytes.length != width) {
            throw Messages.notDecodable(type);
        }
        try {
            return get.apply(ByteBuffer.wrap(bytes));
        } catch (DateTimeException | IllegalArgumentException | BufferUnderflowException | ArithmeticException e) {
            // The cause's message could hold the value.
            throw Messages.notDecodable(type);
        }
    }
}
