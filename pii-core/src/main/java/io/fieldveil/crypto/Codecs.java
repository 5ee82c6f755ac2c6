package io.fieldveil.crypto;

import java.util.HashMap;
import java.util.Map;

/** Which codec a type has. */
final class Codecs {

    private static final Map<Class<?>, ValueCodec<?>> BY_TYPE = byType();

    private Codecs() {}

    private static Map<Class<?>, ValueCodec<?>> byType() {
        var codecs = new HashMap<Class<?>, ValueCodec<?>>();
        codecs.put(String.class, new PlainCodec.Text());
        codecs.put(byte[].class, new PlainCodec.Bytes());
        NumberCodecs.addTo(codecs);
        TimeCodecs.addTo(codecs);
        LegacyDateCodecs.addTo(codecs);
        return Map.copyOf(codecs);
    }

    @SuppressWarnings("unchecked") // the map's keys are the types of its values
    static <T> ValueCodec<T> forType(Class<T> type) {
        if (type.isEnum()) {
            return new EnumCodec<>(type);
        }
        var codec = (ValueCodec<T>) BY_TYPE.get(type);
        if (codec == null) {
            throw Messages.unsupportedType(type);
        }
        return codec;
    }
}
