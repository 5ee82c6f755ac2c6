package io.fieldveil.hibernate.internal;

import io.fieldveil.crypto.SealedValue;
import io.fieldveil.crypto.ValueCodec;
import io.fieldveil.hibernate.FieldveilRuntime;
import java.util.List;

/** {@code @Masked(encryptedAtRest = true)}: AEAD of the encoded value, another ciphertext each time. */
final class RandomisedSealing<T> implements Sealing {

    private final FieldveilRuntime runtime;
    private final ValueCodec<T> codec;
    private final Class<T> type;
    private final String domain;

    RandomisedSealing(FieldveilRuntime runtime, ValueCodec<T> codec, Class<T> type, String domain) {
        this.runtime = runtime;
        this.codec = codec;
        this.type = type;
        this.domain = domain;
    }

    @Override
    public Object seal(Object typed) {
        return runtime.randomised().seal(runtime.currentContext().tenant(), domain, codec.encode(type.cast(typed)));
    }

    @Override
    public Object open(Object sealed) {
        return codec.decode(runtime.randomised().open(runtime.currentContext().tenant(), domain, (SealedValue) sealed));
    }

    @Override
    public Object covered(Object sealed) {
        throw new IllegalStateException("A randomised ciphertext has no covered form but its mask");
    }

    @Override
    public Object toColumn(Object value) {
        return value instanceof SealedValue sealed ? sealed.bytes() : ((SealedValue) seal(value)).bytes();
    }

    @Override
    public Object fromColumn(Object column) {
        return SealedValue.ofBytes((byte[]) column);
    }

    @Override
    public Form form() {
        return Form.RANDOMISED;
    }

    @Override
    public String keyset() {
        return domain;
    }

    @Override
    public Object domain() {
        return List.of("randomised", domain, type);
    }
}
