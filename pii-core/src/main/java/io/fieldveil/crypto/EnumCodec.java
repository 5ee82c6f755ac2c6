package io.fieldveil.crypto;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A constant by its name, padded to the longest name of its type. What was written when the longest name was another
 * one still decodes.
 */
final class EnumCodec<T> implements ValueCodec<T> {

    private final Class<T> type;
    private final Map<String, T> constants;
    private final int width;

    EnumCodec(Class<T> type) {
        this.type = type;
        this.constants = Stream.of(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        this.width = 1
                + constants.keySet().stream()
                        .mapToInt(name -> name.getBytes(StandardCharsets.UTF_8).length)
                        .max()
                        .orElse(0);
        if (width > 256) {
            throw Messages.unsupportedType(type);
        }
    }

    @Override
    public byte[] encode(T value) {
        var buffer = ByteBuffer.allocate(width);
        Padded.putText(type, ((Enum<?>) value).name(), buffer);
        return buffer.array();
    }

    @Override
    public T decode(byte[] bytes) {
        T constant;
        try {
            constant = constants.get(Padded.getText(ByteBuffer.wrap(bytes)));
        } catch (BufferUnderflowException e) {
            throw Messages.notDecodable(type);
        }
        if (constant == null) {
            throw Messages.notDecodable(type);
        }
        return constant;
    }
}
